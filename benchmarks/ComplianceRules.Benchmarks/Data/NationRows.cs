namespace ComplianceRules.Benchmarks;

/// <summary>All schools and classes of a nation as arrays of structs.</summary>
/// <param name="Schools">The schools.</param>
/// <param name="Classes">The classes, those of one school next to each other.</param>
internal sealed record NationRows(SchoolFacts[] Schools, ClassFacts[] Classes)
{
    public static NationRows Of(MadeUpNation nation)
    {
        int ofASchool = nation.Shape.ClassesOfASchool;
        NationRows rows = new(new SchoolFacts[nation.Shape.Schools], new ClassFacts[nation.Shape.Classes]);
        for (int i = 0; i < rows.Schools.Length; i++) nation.Make(i, out rows.Schools[i], rows.Classes.AsSpan(i * ofASchool, ofASchool));
        return rows;
    }
}
