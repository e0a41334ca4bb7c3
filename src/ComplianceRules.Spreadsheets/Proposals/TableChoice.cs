using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>Decides what the records of a sheet are.</summary>
internal static class TableChoice
{
    private static readonly string[] BaseNames = [BaseTables.Class, BaseTables.YearGroup, BaseTables.School, BaseTables.Region];

    /// <summary>The table of the records.</summary>
    /// <param name="schema">The tables that there are.</param>
    /// <param name="roles">What tells the records apart.</param>
    /// <param name="matches">What the columns would be in any table.</param>
    public static TableSchema Of(FactSchema schema, ColumnRoles roles, FieldMatches matches)
    {
        double Weight(string table) => matches.Taken.Where(m => m.Field.Table.Name == table && !IsBase(m.Field)).Sum(m => m.Field.Rank);
        TableSchema heaviest = schema.Tables.Values.OrderByDescending(t => Weight(t.Name)).ThenBy(t => Array.IndexOf(BaseNames, t.Name)).First();
        if (!BaseNames.Contains(heaviest.Name) && Weight(heaviest.Name) > 0) return heaviest;
        return schema.Tables[NameOf(roles, Weight, heaviest.Name)];
    }

    /// <summary>Whether every schema has the field.</summary>
    public static bool IsBase(FieldCandidate candidate) => BaseTables.Schema.Table(candidate.Table.Name)?.Field(candidate.Field.Name) is not null;

    private static string NameOf(ColumnRoles roles, Func<string, double> weight, string heaviest)
    {
        if (roles.ClassId is not null) return BaseTables.Class;
        // Facts of classes that are given by grade are rows of classes, one a grade, as long as year groups have no such facts.
        if (roles.Grade is not null) return weight(BaseTables.YearGroup) == 0 && weight(BaseTables.Class) > 0 ? BaseTables.Class : BaseTables.YearGroup;
        if (roles.SchoolId is not null || roles.SchoolName is not null) return BaseTables.School;
        if (roles.RegionCode is not null) return BaseTables.Region;
        return weight(heaviest) > 0 ? heaviest : BaseTables.School;
    }
}
