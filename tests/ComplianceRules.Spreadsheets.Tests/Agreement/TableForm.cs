using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Agreement;

/// <summary>A snapshot as tables with the columns of the format itself.</summary>
/// <param name="Name">The table.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its cells by row, null where they are blank.</param>
internal sealed record TableForm(string Name, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<object?>> Rows)
{
    public static IEnumerable<TableForm> OfRows(AgreedSnapshot snapshot) =>
        snapshot.Tables.Select(table => new TableForm(table.Name, table.Columns, [.. table.Rows.Select(row => table.Columns.Select(c => row[c]).ToImmutableArray())]));

    /// <summary>The tables of what is true of the whole snapshot.</summary>
    public static IEnumerable<TableForm> OfHead(AgreedSnapshot snapshot)
    {
        ImmutableArray<object?> record = [snapshot.Date, snapshot.Title, string.Join('、', snapshot.Covers)];
        ImmutableArray<string> columns = ["date", "title", "covers"];
        bool hasMinDays = snapshot.Calendar?.MinDays is not null;
        yield return new TableForm("snapshot", hasMinDays ? columns.Add("teaching_month_min_days") : columns, [hasMinDays ? record.Add((double)snapshot.Calendar!.MinDays!) : record]);
        if (snapshot.Calendar?.Terms is { } terms) yield return new TableForm("calendar_term", ["school_year", "term", "from", "to"], [.. terms.Select(Term)]);
        if (snapshot.Calendar?.Days is { } days) yield return new TableForm("calendar_day", ["date", "working"], [.. days.Select(ImmutableArray<object?> (d) => [d.Day, d.IsWorking])]);
    }

    private static ImmutableArray<object?> Term(SchoolTerm term) => [term.SchoolYear, (double)term.Term, term.From, term.To];
}
