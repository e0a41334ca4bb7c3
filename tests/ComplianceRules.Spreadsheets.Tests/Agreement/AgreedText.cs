using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Tests.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Agreement;

/// <summary>Everything that a source gave, to compare.</summary>
internal static class AgreedText
{
    public static string Of(Snapshot snapshot)
    {
        string rows = string.Join(' ', snapshot.Data.Rows.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Key}:{r.Value}")));
        string facts = string.Join('\n', SnapshotText.Of(new Checked<Snapshot>(snapshot, [])).Split('\n').Select(WithoutPlace));
        return $"{facts}{rows} {snapshot.Data.SchoolsWithoutRegion}";
    }

    /// <summary>A list of a row: its rows, and <c>?</c> where it is not known to be whole.</summary>
    public static string ListOf(Snapshot snapshot, string table, string key, string list)
    {
        FactTable rows = snapshot.Table(table);
        int row = Enumerable.Range(0, rows.Count).Single(r => rows.Key(r) == key);
        if (rows.List(list) is not { } children) return "?";
        (int start, int end) = children.Rows(row);
        return string.Join(' ', Enumerable.Range(start, end - start).Select(snapshot.Table(children.Table).Id)) + (children.IsReported(row) ? string.Empty : "?");
    }

    // Each source has places of its own.
    private static string WithoutPlace(string line) => line.StartsWith("issue ", StringComparison.Ordinal) ? line[line.IndexOf(": ", StringComparison.Ordinal)..] : line;
}
