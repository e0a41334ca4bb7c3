using System.Data;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

/// <summary>One class below the school <c>S</c>, with a cell of a certain type.</summary>
internal static class TypedRow
{
    public static Checked<Snapshot> Read(string field, object value, SnapshotOptions? options = null) => Read(options, ("id", 1), ("school", "S"), (field, value));

    public static Checked<Snapshot> Read(SnapshotOptions? options, params (string Column, object Value)[] cells)
    {
        DataReaderTable school = new("school", () => Rows(("id", "S")));
        DataReaderTable classes = new("class", () => Rows(cells));
        return new DataReaderSnapshotSource("d", [classes, school]).Read(SampleFacts.Schema, options ?? new SnapshotOptions(), CancellationToken.None);
    }

    /// <summary>The fact of the one class, or what was said of it.</summary>
    public static string Fact(string field, object value)
    {
        Snapshot snapshot = Read(field, value).Value;
        if (snapshot.Data.Issues is [var issue, ..]) return issue.ToString();
        string row = SnapshotText.Of(new Checked<Snapshot>(snapshot, [])).Split('\n').Single(line => line.StartsWith("class ", StringComparison.Ordinal)).TrimEnd('\r');
        string mark = $" {field}=";
        int at = row.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? "nothing" : row[(at + mark.Length)..];
    }

    private static DataTableReader Rows(params (string Column, object Value)[] cells)
    {
        using DataTable table = new();
        foreach ((string column, object value) in cells) table.Columns.Add(column, value is DBNull ? typeof(string) : value.GetType());
        table.Rows.Add([.. cells.Select(c => c.Value)]);
        return table.CreateDataReader();
    }
}
