using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

/// <summary>Snapshots of any shape, and what must hold of each.</summary>
internal static class RandomRows
{
    private static readonly string?[] Codes = [null, "CN", "370000", "370300", "370322", "370321", "110101", "US-NY-NYC"];

    public static void Fill(SnapshotBuilder builder, int[] seeds)
    {
        (TableBuilder schools, TableBuilder classes, TableBuilder pupils) = (builder.Table("school"), builder.Table("class"), builder.Table("pupil"));
        for (int i = 0; i < seeds.Length; i++)
        {
            int seed = Math.Abs(seeds[i] % 1000);
            string? code = Codes[seed % Codes.Length];
            schools.Add($"s{i}", code is null ? -1 : builder.Region(RegionCode.Parse(code)));
            int row = classes.Add($"c{i}", (seed % (schools.Count + 1)) - 1);
            if (seed % 3 > 0) classes.SetNumber(row, SampleFacts.Field("class", "grade"), seed % 13);
            pupils.Add($"p{i}", (seed % (classes.Count + 1)) - 1);
        }
    }

    public static void AssertLists(Snapshot snapshot, string table)
    {
        FactTable rows = snapshot.Table(table);
        foreach (TableSchema schema in snapshot.Schema.Lists(table))
        {
            if (rows.List(schema.Children) is not { } list) continue;
            for (int row = 0; row < rows.Count; row++)
            {
                (int start, int end) = list.Rows(row);
                IEnumerable<int> expected = Enumerable.Range(0, snapshot.Table(schema.Name).Count).Where(r => IsBelow(snapshot, schema, r, table, row));
                Assert.Equal(expected, Enumerable.Range(start, end - start));
            }
        }
    }

    private static bool IsBelow(Snapshot snapshot, TableSchema table, int row, string above, int aboveRow)
    {
        TableSchema at = table;
        while (row >= 0)
        {
            row = snapshot.Table(at.Name).Parent(row);
            at = snapshot.Schema.Table(at.Parent!)!;
            if (at.Name == above && row == aboveRow) return true;
            if (at.Parent is null) return false;
        }

        return false;
    }
}
