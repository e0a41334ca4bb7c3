using System.IO.Enumeration;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Loads tables one after the other, those of parents before those of their children.</summary>
/// <param name="builder">Takes the rows and the problems.</param>
/// <param name="mapping">The mapping; null where the columns have the names of the format itself.</param>
/// <param name="cancellation">Stops the reading.</param>
internal sealed class RecordLoader(SnapshotBuilder builder, SnapshotMapping? mapping, CancellationToken cancellation)
{
    private static readonly string[] Wildcards = ["*", "?"];

    private readonly CalendarRecords _calendar = new(builder);
    private readonly Dictionary<MappedParent, RepeatedCells> _repeated = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether a table of this name is read where there is no mapping.</summary>
    public static bool Knows(FactSchema schema, string tableName) => IsOwn(tableName) || schema.Table(tableName) is not null;

    /// <summary>Loads what there is.</summary>
    /// <param name="sets">The tables that records can be read from.</param>
    /// <param name="whole">The whole source, for what is missing from it.</param>
    public void Load(IReadOnlyList<RecordSet> sets, SourceSpan whole)
    {
        if (mapping is null) LoadByName(sets);
        else LoadMapped(sets, mapping, whole);
    }

    private void LoadMapped(IReadOnlyList<RecordSet> sets, SnapshotMapping given, SourceSpan whole)
    {
        builder.Describe(given.Date, given.Title);
        foreach (RegionCode code in given.Covers) builder.Cover(code);
        if (given.Calendar is { } calendar) builder.UseCalendar(calendar);
        HashSet<RecordSet> read = [];
        foreach (MappedTable table in given.Tables.OrderBy(t => Depth(t.Table)))
        {
            List<RecordSet> matching = [.. sets.Where(s => Matches(table, s))];
            if (matching.Count == 0) builder.Fail(NotThere(table, sets, whole));
            read.UnionWith(matching);
            if (matching.Any(set => !Load(set, table.Shape, table.Unpivot, _ => table))) return;
        }

        foreach (RecordSet set in sets.Where(s => !read.Contains(s) && !s.IsNoTable)) ReportLeftOut(set);
        foreach (MappedTable table in given.Tables.Where(t => t.Complete)) Complete(table.Table);
    }

    // A hidden sheet is read only where it is named: people do not see what they send with it.
    private static bool Matches(MappedTable table, RecordSet set)
    {
        if (!FileSystemName.MatchesSimpleExpression(table.File, set.FileName)) return false;
        if (table.Sheet is not { } sheet) return !set.IsHidden && !set.IsNoTable;
        if (set.Sheet is not { } name) return false;
        return name == sheet || (!set.IsHidden && Wildcards.Any(sheet.Contains) && FileSystemName.MatchesSimpleExpression(sheet, name));
    }

    private static Diagnostic NotThere(MappedTable table, IReadOnlyList<RecordSet> sets, SourceSpan whole)
    {
        bool isSheet = table.Sheet is not null && sets.Any(s => FileSystemName.MatchesSimpleExpression(table.File, s.FileName));
        return isSheet
            ? new Diagnostic(DiagnosticCodes.RecordsNoSheet, whole, DataExcerpt.Of(table.Sheet!), table.Table.Name) { DidYouMean = NearestName.Of(table.Sheet!, sets.Select(s => s.Sheet).OfType<string>()) }
            : new Diagnostic(DiagnosticCodes.CsvNoFile, whole, DataExcerpt.Of(table.File), table.Table.Name);
    }

    private void LoadByName(IReadOnlyList<RecordSet> sets)
    {
        List<(RecordSet Set, TableSchema Table)> known = [];
        bool goOn = true;
        foreach (RecordSet set in sets.Where(s => !s.IsNoTable).TakeWhile(_ => goOn))
        {
            if (set.IsHidden) ReportLeftOut(set);
            else if (IsOwn(set.TableName)) goOn = ReadOwn(set);
            else if (builder.Schema.Table(set.TableName) is { } table) known.Add((set, table));
            else ReportName(set, sets.Count > 1);
        }

        _calendar.Finish();
        if (!goOn) return;
        HashSet<string> own = [.. known.Select(k => k.Table.Name)];
        foreach ((RecordSet set, TableSchema table) in known.OrderBy(k => Depth(k.Table)))
        {
            if (!Load(set, null, null, header => NamedColumns.Table(header, table, builder, own))) return;
        }

        foreach ((RecordSet set, TableSchema table) in known) TakeBackUnread(set, table, own);
    }

    private static bool IsOwn(string tableName) => tableName == SnapshotRecords.TableName || CalendarRecords.IsTable(tableName);

    // A list is no empty one because the sheet with its rows was hidden, renamed or forgotten.
    private void TakeBackUnread(RecordSet set, TableSchema table, HashSet<string> own)
    {
        foreach (TableSchema list in builder.Schema.Tables.Values.Where(t => t.Parent == table.Name && !own.Contains(t.Name)))
        {
            if (!builder.Table(table.Name).TakeBack(list.Children)) continue;
            builder.Report(new Diagnostic(DiagnosticCodes.RecordsListUnread, set.Span, list.Children, list.Name));
        }
    }

    private bool Load(RecordSet set, SheetShape? shape, Unpivot? unpivot, Func<RecordHeader, MappedTable> tableOf)
    {
        using RecordReader records = set.Open(shape, builder);
        if (records.ReadHeader() is not { } header || (mapping is null && RefusesTwice(header))) return true;
        RecordTableReader reader = new(new RecordView(records, unpivot), builder, mapping, _repeated);
        return !reader.Bind(tableOf(header), header) || reader.ReadAll(cancellation);
    }

    // Tables of what is true of the whole snapshot.
    private bool ReadOwn(RecordSet set)
    {
        using RecordReader records = set.Open(null, builder);
        if (records.ReadHeader() is not { } header || RefusesTwice(header)) return true;
        if (CalendarRecords.IsTable(set.TableName)) return _calendar.Read(set.TableName, records, header);
        SnapshotRecords.Read(records, header, builder, _calendar);
        return true;
    }

    private bool RefusesTwice(RecordHeader header)
    {
        foreach (string name in header.Twice) builder.Fail(new Diagnostic(DiagnosticCodes.CsvDuplicateColumn, header.Span, DataExcerpt.Of(name)));
        return header.Twice.Any();
    }

    private void ReportLeftOut(RecordSet set) =>
        builder.Report(new Diagnostic(set.IsHidden ? DiagnosticCodes.RecordsHidden : DiagnosticCodes.RecordsLeftOut, set.Span, DataExcerpt.Of(set.Sheet ?? set.FileName)));

    private void ReportName(RecordSet set, bool isOneOfMany)
    {
        string? nearest = NearestName.Of(set.TableName, [.. builder.Schema.Tables.Keys, SnapshotRecords.TableName, CalendarRecords.Terms, CalendarRecords.Days]);
        DiagnosticCode code = isOneOfMany ? DiagnosticCodes.CsvFileLeftOut : DiagnosticCodes.CsvFileName;
        Diagnostic problem = new(code, set.Span, DataExcerpt.Of(set.TableName)) { DidYouMean = nearest };
        if (isOneOfMany) builder.Report(problem);
        else builder.Fail(problem);
    }

    private void Complete(TableSchema table)
    {
        if (builder.Above(table) is not { } above) return;
        for (int row = 0; row < above.Rows.Length; row++) above.ReportList(row, table.Children);
    }

    private int Depth(TableSchema table) => builder.Schema.SelfAndAncestors(table.Name).Count();
}
