namespace ComplianceRules.Engine;

/// <summary>How many rows have one measure.</summary>
/// <param name="Value">The measure.</param>
/// <param name="Kept">Rows that keep the rule.</param>
/// <param name="Broken">Rows that break it, excused ones too.</param>
/// <param name="Open">Rows for which it is not decided.</param>
internal readonly record struct MeasuredCount(double Value, int Kept, int Broken, int Open)
{
    /// <summary>All of them.</summary>
    public long Rows => (long)Kept + Broken + Open;

    /// <summary>These rows and others of the same measure.</summary>
    /// <param name="other">The others.</param>
    public MeasuredCount Plus(MeasuredCount other) => new(Value, checked(Kept + other.Kept), checked(Broken + other.Broken), checked(Open + other.Open));
}
