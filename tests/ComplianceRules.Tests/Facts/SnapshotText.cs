using System.Globalization;
using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

/// <summary>A snapshot, or why there is none, as text to compare.</summary>
internal static class SnapshotText
{
    public static string Of(Checked<Snapshot> read)
    {
        StringBuilder text = new();
        foreach (Diagnostic diagnostic in read.Diagnostics) text.AppendLine(diagnostic.ToString());
        if (!read.IsValid) return text.ToString();
        Snapshot snapshot = read.Value;
        text.AppendLine(CultureInfo.InvariantCulture, $"{snapshot.Date:o} {snapshot.Title} {string.Join(',', snapshot.Covers)} {string.Join(',', snapshot.Data.Unreported)}");
        foreach (Diagnostic diagnostic in snapshot.Data.Skipped) text.AppendLine(CultureInfo.InvariantCulture, $"skipped {diagnostic}");
        foreach (Diagnostic diagnostic in snapshot.Data.Issues) text.AppendLine(CultureInfo.InvariantCulture, $"issue {diagnostic}");
        if (snapshot.Calendar is { } calendar) text.AppendLine(Of(calendar));
        foreach (FactTable table in snapshot.Tables) Append(text, snapshot, table);
        return text.ToString();
    }

    public static string Of(SchoolCalendar calendar) => string.Create(
        CultureInfo.InvariantCulture,
        $"{string.Join(' ', calendar.Terms.Select(t => $"{t.SchoolYear}/{t.Term}:{Of(t.From)}..{Of(t.To)}"))}{(calendar.HasAllTerms ? "" : "?")} off {Of(calendar.DaysOff)} instead {Of(calendar.WorkingDaysInstead)} min {calendar.TeachingMonthMinDays}");

    private static string Of(IEnumerable<DateOnly> days) => string.Join(',', days.Select(Of));

    private static string Of(DateOnly day) => day.ToString("o", CultureInfo.InvariantCulture);

    private static void Append(StringBuilder text, Snapshot snapshot, FactTable table)
    {
        for (int row = 0; row < table.Count; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{table.Schema.Name} {table.Key(row)} {table.Parent(row)}");
            foreach (FactColumn column in table.Columns) text.Append(CultureInfo.InvariantCulture, $" {column.Field.Name}={Value(column, row)}");
            foreach (TableSchema list in snapshot.Schema.Lists(table.Schema.Name))
            {
                if (table.List(list.Children) is { } rows) text.Append(CultureInfo.InvariantCulture, $" {list.Children}:{rows.Rows(row)}{(rows.IsReported(row) ? "" : rows.ReasonAt(row))}");
            }

            text.AppendLine();
        }
    }

    public static string Value(FactColumn column, int row) => !column.IsKnown(row) ? $"?{column.ReasonAt(row)}" : column switch
    {
        NumberColumn numbers => numbers[row].ToString("R", CultureInfo.InvariantCulture),
        BoolColumn truths => truths[row].ToString(),
        TextColumn texts => texts[row],
        SetColumn sets => string.Join('+', sets[row]),
        DateColumn dates => dates[row].ToString("o", CultureInfo.InvariantCulture),
        TimeColumn times => TimeScale.Format(times[row]),
        _ => throw new InvalidOperationException(),
    };
}
