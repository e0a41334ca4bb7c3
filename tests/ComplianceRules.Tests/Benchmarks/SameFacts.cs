using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Benchmarks;

/// <summary>Whether two snapshots hold the same facts: rows, parents, values and lists.</summary>
internal static class SameFacts
{
    public static void Assert(Snapshot expected, Snapshot given)
    {
        Xunit.Assert.Equal(expected.Date, given.Date);
        Xunit.Assert.Equal(expected.Title, given.Title);
        Xunit.Assert.Equal(expected.Covers.Select(c => c.Text), given.Covers.Select(c => c.Text));
        Xunit.Assert.Equal(expected.Data.Rows, given.Data.Rows);
        Xunit.Assert.Equal([.. expected.Data.Unreported], given.Data.Unreported.ToArray());
        Xunit.Assert.Equal(expected.Tables.Select(Describe), given.Tables.Select(Describe));
    }

    private static string Describe(FactTable table) => string.Join('\n',
    [
        $"{table.Schema.Name}: {string.Join(' ', Enumerable.Range(0, table.Count).Select(row => $"{table.Key(row)}<{table.Parent(row)}"))}",
        .. table.Columns.Select(column => $"{column.Field.Name}: {string.Join(' ', Enumerable.Range(0, table.Count).Select(row => Value(column, row)))}"),
        .. table.Schema.Name == BaseTables.Class ? [] : ((string[])["regions", "schools", "year_groups", "classes"]).Select(list => $"{list}: {List(table, list)}"),
    ]);

    private static string List(FactTable table, string name) =>
        table.List(name) is { } list ? string.Join(' ', Enumerable.Range(0, table.Count).Select(row => $"{list.Rows(row)}{list.IsReported(row)}{list.ReasonAt(row)}")) : "none";

    private static string Value(FactColumn column, int row) => !column.IsKnown(row) ? $"?{column.ReasonAt(row)}" : column switch
    {
        NumberColumn numbers => FormattableString.Invariant($"{numbers[row]}"),
        BoolColumn bools => bools[row] ? "yes" : "no",
        TimeColumn times => TimeScale.Format(times[row]),
        TextColumn texts => texts[row],
        _ => throw new InvalidOperationException($"{column.GetType()} is not made up"),
    };
}
