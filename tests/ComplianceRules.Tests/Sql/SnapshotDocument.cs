using System.Globalization;
using ComplianceRules.Facts;
using ComplianceRules.Tests.Facts;
using Newtonsoft.Json.Linq;

namespace ComplianceRules.Tests.Sql;

/// <summary>A snapshot as the document that it could have been read from.</summary>
internal static class SnapshotDocument
{
    public static JObject Of(Snapshot snapshot) => new()
    {
        ["date"] = snapshot.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["covers"] = new JArray(snapshot.Covers.Select(c => c.Text)),
        ["regions"] = Rows(snapshot, snapshot.Table(BaseTables.Region)),
        ["schools"] = Rows(snapshot, snapshot.Table(BaseTables.School)),
    };

    private static JArray Rows(Snapshot snapshot, FactTable table) => [.. Enumerable.Range(0, table.Count).Select(row => Row(snapshot, table, row))];

    private static JObject Row(Snapshot snapshot, FactTable table, int row)
    {
        JObject shown = new() { [table.Schema.Name == BaseTables.Region ? "code" : "id"] = table.Id(row) };
        if (table.Schema.Name == BaseTables.School) shown["region"] = snapshot.Table(BaseTables.Region).Id(table.Parent(row));
        foreach (FactColumn column in table.Columns.Where(c => c.IsKnown(row))) shown[column.Field.Name] = Value(column, row);
        foreach (TableSchema list in table.Schema.Name == BaseTables.Region ? [] : snapshot.Schema.Lists(table.Schema.Name))
        {
            if (list.Parent != table.Schema.Name || table.List(list.Children) is not { } rows || !rows.IsReported(row)) continue;
            FactTable below = snapshot.Table(list.Name);
            shown[list.Children] = new JArray(Enumerable.Range(rows.Rows(row).Start, rows.Rows(row).End - rows.Rows(row).Start).Select(r => Row(snapshot, below, r)));
        }

        return shown;
    }

    private static JToken Value(FactColumn column, int row) => column switch
    {
        BoolColumn truths => truths[row],
        NumberColumn numbers => column.Field.Step is 1 ? (long)numbers[row] : numbers[row],
        SetColumn sets => new JArray(sets[row]),
        _ => SnapshotText.Value(column, row),
    };
}
