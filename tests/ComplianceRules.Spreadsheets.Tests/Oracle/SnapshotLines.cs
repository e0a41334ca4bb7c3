using System.Globalization;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>What the library gives, line by line; region and year group rows that it makes of its own are passed over, and what follows from the grade.</summary>
internal static class SnapshotLines
{
    private static readonly string[] Tables = ["school", "class", "club"];
    private static readonly string[] Lists = ["schools", "classes", "clubs"];

    public static string[] Of(Snapshot snapshot)
    {
        IEnumerable<string> rows = Tables.SelectMany(t => Rows(snapshot, snapshot.Table(t)));
        return [.. rows.Concat(ListsOf(snapshot.Table("school"))).Concat(ListsOf(snapshot.Table("class"))).Concat(ListsOf(snapshot.Table("region"))).Order(StringComparer.Ordinal)];
    }

    /// <summary>The known facts of each row of a table.</summary>
    public static Dictionary<string, string[]> Facts(Snapshot snapshot, string table) =>
        Enumerable.Range(0, snapshot.Table(table).Count).ToDictionary(snapshot.Table(table).Key, row => (string[])[.. Values(snapshot.Table(table), row).Where(v => v.Value[0] != '?').Select(v => $"{v.Field}={v.Value}")], StringComparer.Ordinal);

    private static IEnumerable<string> Rows(Snapshot snapshot, FactTable table)
    {
        FactTable above = snapshot.Table(table.Schema.Parent!);
        for (int row = 0; row < table.Count; row++)
        {
            yield return $"{table.Schema.Name} {table.Key(row)} below {(table.Parent(row) < 0 ? string.Empty : above.Key(table.Parent(row)))}";
            foreach ((string field, string value) in Values(table, row)) yield return $"{table.Schema.Name} {table.Key(row)} {field} {value}";
        }
    }

    private static IEnumerable<(string Field, string Value)> Values(FactTable table, int row) =>
        table.Columns.Select(c => (c.Field.Name, Value: Value(c, row))).Where(v => v.Value is not null)!;

    private static string? Value(FactColumn column, int row)
    {
        if (!column.IsKnown(row)) return column.ReasonAt(row) == UnknownReason.Absent ? null : $"?{column.ReasonAt(row)}";
        return column switch
        {
            NumberColumn numbers => numbers[row].ToString("R", CultureInfo.InvariantCulture),
            DateColumn days => days[row].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            TimeColumn times => string.Create(CultureInfo.InvariantCulture, $"{times[row] / 60}:{times[row] % 60:D2}"),
            BoolColumn truths => truths[row] ? "true" : "false",
            SetColumn sets => string.Join('+', sets[row]),
            TextColumn texts => texts[row],
            _ => throw new InvalidOperationException(column.Field.Name),
        };
    }

    private static IEnumerable<string> ListsOf(FactTable table)
    {
        foreach (string name in Lists)
        {
            if (table.List(name) is not { } list || table.Schema.Children == name) continue;
            for (int row = 0; row < table.Count; row++)
            {
                if (!list.IsReported(row)) continue;
                if (table.Schema.Name == "region" && table.List("schools")!.Rows(row) is var (start, end) && start == end) continue;
                yield return $"{table.Schema.Name} {table.Key(row)} lists {name}";
            }
        }
    }
}
