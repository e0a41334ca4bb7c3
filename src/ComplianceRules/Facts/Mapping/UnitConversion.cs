namespace ComplianceRules.Facts;

/// <summary>By what numbers of one unit are multiplied to be numbers of another.</summary>
/// <remarks>Between minutes and hours, between per cents and plain numbers, and between people and the pupils or teachers that they are; nothing else is converted.</remarks>
internal static class UnitConversion
{
    private const string Minute = "min";
    private const string Hour = "h";
    private const string Percent = "%";
    private const string Person = "person";
    private const string Pupil = "pupil";
    private const string Teacher = "teacher";
    private const int MinutesOfHour = 60;

    private static readonly string[] Known = [Minute, Hour, Percent, Person, Pupil, Teacher];

    /// <summary>The factor from the unit of a column to that of its field.</summary>
    /// <param name="from">The unit of the column; where it is per nothing, it is per the same as the field's.</param>
    /// <param name="to">The unit of the field.</param>
    /// <param name="factor">The factor, exactly; one where there is none.</param>
    /// <returns>Whether the two can be converted.</returns>
    public static bool TryFactor(Unit from, Unit to, out CellNumber factor)
    {
        factor = CellNumber.One;
        bool samePer = !from.HasDenominator || (from.IsScaledAs(to) && AreSameHeads(from.Denominator.Over(to.Denominator)));
        Unit ratio = from.Numerator.Over(to.Numerator);
        int hours = ratio.PowerOf(Hour);
        int percents = ratio.PowerOf(Percent);
        if (!samePer || Math.Abs(hours) > 1 || Math.Abs(percents) > 1 || !IsConvertible(ratio)) return false;
        factor = new CellNumber(hours > 0 ? MinutesOfHour : 1, -2 * percents, hours < 0 ? MinutesOfHour : 1);
        return true;
    }

    private static bool IsConvertible(Unit ratio) => ratio.Names.All(Known.Contains) && ratio.PowerOf(Minute) == -ratio.PowerOf(Hour) && AreMatched(ratio);

    private static bool AreSameHeads(Unit ratio) => ratio.Names.All(n => n is Person or Pupil or Teacher) && AreMatched(ratio);

    // 人 says the same of pupils and of teachers, but pupils are no teachers.
    private static bool AreMatched(Unit ratio)
    {
        int pupils = ratio.PowerOf(Pupil);
        int teachers = ratio.PowerOf(Teacher);
        return Math.Sign(pupils) * Math.Sign(teachers) >= 0 && ratio.PowerOf(Person) == -(pupils + teachers);
    }
}
