namespace ComplianceRules.Benchmarks;

/// <summary>A nation as objects whose facts may be null: what engines over delegates are given.</summary>
/// <param name="Schools">The schools.</param>
/// <param name="Classes">The classes, each with its school.</param>
internal sealed record LinqFacts(LinqSchool[] Schools, LinqClass[] Classes)
{
    /// <summary>Makes the objects.</summary>
    /// <param name="rows">The nation.</param>
    public static LinqFacts Of(NationRows rows)
    {
        LinqSchool[] schools = [.. rows.Schools.Select(school => new LinqSchool(in school))];
        return new LinqFacts(schools, [.. rows.Classes.Select(row => new LinqClass(in row, schools[row.School]))]);
    }
}
