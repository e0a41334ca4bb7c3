namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>What the second reading gives, line by line.</summary>
internal static class OracleLines
{
    public static string[] Of(OracleReader read)
    {
        IEnumerable<string> rows = read.Tables.SelectMany(t => t.Value.Values.SelectMany(r => Row(t.Key, r)));
        IEnumerable<string> lists = read.Tables["school"].Values.Where(s => HasList(read, s, "class")).Select(s => $"school {s.Key} lists classes")
            .Concat(read.Tables["class"].Values.Where(c => HasList(read, c, "club")).Select(c => $"class {c.Key} lists clubs"))
            .Concat(read.Tables["school"].Values.Where(s => HasClubs(read, s)).Select(s => $"school {s.Key} lists clubs"));
        return [.. rows.Concat(lists).Concat(Regions(read)).Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Row(string table, OracleRow row) => row.Facts.Select(f => $"{table} {row.Key} {f.Key} {f.Value}").Prepend($"{table} {row.Key} below {row.Parent}");

    private static bool HasList(OracleReader read, OracleRow row, string table) =>
        row.Lists.Contains(table) || read.Tables[table].Values.Any(below => below.Parent == row.Key) || read.Mapping.Tables.Any(t => t.Table == table && t.IsComplete);

    private static bool HasClubs(OracleReader read, OracleRow school) =>
        HasList(read, school, "class") && read.Tables["class"].Values.Where(c => c.Parent == school.Key).All(c => HasList(read, c, "club"));

    private static IEnumerable<string> Regions(OracleReader read)
    {
        ICollection<OracleRow> schools = read.Tables["school"].Values;
        bool isOpen = schools.Any(s => s.Parent.Length == 0);
        foreach (string code in schools.Where(s => s.Parent.Length > 0).SelectMany(s => SelfAndAbove(s.Parent)).Distinct(StringComparer.Ordinal))
        {
            OracleRow[] below = [.. schools.Where(s => s.Parent.Length > 0 && SelfAndAbove(s.Parent).Contains(code))];
            if (isOpen || !SelfAndAbove(code).Any(c => read.Mapping.Covers.Contains(c))) continue;
            yield return $"region {code} lists schools";
            if (below.All(s => HasList(read, s, "class"))) yield return $"region {code} lists classes";
            if (below.All(s => HasClubs(read, s))) yield return $"region {code} lists clubs";
        }
    }

    private static IEnumerable<string> SelfAndAbove(string code) => code == "CN" ? ["CN"] : new[] { code, code[..4] + "00", code[..2] + "0000", "CN" }.Distinct(StringComparer.Ordinal).SkipWhile(c => c != code);
}
