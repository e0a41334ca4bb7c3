using System.Globalization;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Gives rows that were read their ids and their parents.</summary>
/// <param name="builder">Takes the rows and the problems.</param>
/// <param name="isCase">Whether ids may be left out and regions given are covered, as in cases.</param>
internal sealed class JsonRowPlacer(SnapshotBuilder builder, bool isCase)
{
    private readonly List<JsonRowFrame> _waiting = [];
    private readonly List<(JsonRowFrame Row, RegionCode Code)> _listedBelow = [];

    /// <summary>Names a row and puts it below its parent; a parent that is not there yet may still come.</summary>
    /// <returns>Whether the row can be used.</returns>
    public bool Place(JsonRowFrame frame)
    {
        frame.Identify(frame.Id ?? DefaultId(frame), frame.IdSpan);
        if (frame.Id is null) return RefuseRow(new Diagnostic(DiagnosticCodes.RowWithoutId, frame.Span, frame.Table.Schema.Name));
        if (frame.Table.Schema.Name == BaseTables.Region) return PlaceRegion(frame);
        if (frame.Table.Schema.Parent == BaseTables.Region) return Name(frame, RegionAbove(frame));
        if (frame.Parent >= 0 || frame.ParentKey is null) return Name(frame, frame.Parent);
        int parent = FindByKey(frame.Table.Schema.Parent!, frame.ParentKey);
        if (parent >= 0) return Name(frame, parent);
        _waiting.Add(frame);
        builder.Link();
        return true;
    }

    /// <summary>Looks again for the parents that were not there.</summary>
    public void Finish()
    {
        foreach (JsonRowFrame frame in _waiting.Where(f => !f.Table.Rows.IsRemoved(f.Row)).OrderBy(f => Depth(f.Table.Schema)))
        {
            string above = frame.Table.Schema.Parent!;
            int parent = FindByKey(above, frame.ParentKey!);
            bool placed = parent >= 0
                ? Name(frame, parent)
                : RefuseRow(new Diagnostic(DiagnosticCodes.OrphanRow, frame.ParentSpan, frame.Table.Schema.Name, Shown(frame.Id!, frame), above, DataExcerpt.Of(frame.ParentKey!, builder.Schema.Table(above)!, builder.Schema)));
            if (!placed) frame.Table.Rows.Remove(frame.Row);
        }

        _waiting.Clear();
        foreach ((JsonRowFrame frame, RegionCode code) in _listedBelow) CheckRegion(frame, code);
        _listedBelow.Clear();
    }

    /// <summary>Lists a problem, and ends the reading where there are enough.</summary>
    public void Refuse(Diagnostic problem)
    {
        if (!builder.Refuse(problem)) throw new DataReadingException(null);
    }

    /// <summary>A row of a table that no record gives, below no other.</summary>
    public int MakeRow(string table)
    {
        RowStore rows = builder.Table(table).Rows;
        int number = rows.Length + 1;
        while (rows.Find(Text(number), -1) >= 0) number++;
        return rows.Make(Text(number), -1);
    }

    private bool RefuseRow(Diagnostic problem)
    {
        Refuse(problem);
        return false;
    }

    private string? DefaultId(JsonRowFrame frame) => (isCase, frame.Table.Schema.Name) switch
    {
        (true, _) => Text(frame.Row + 1),
        (_, BaseTables.YearGroup) when frame.Table.NumberAt(frame.Row, StageFacts.Grade) is { } grade => grade.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    private bool PlaceRegion(JsonRowFrame frame)
    {
        bool isCode = RegionCode.TryParse(frame.Id, out RegionCode code);
        if (!isCode && !(isCase && frame.IdSpan == frame.Span))
            return RefuseRow(new Diagnostic(DiagnosticCodes.RegionRowCode, frame.IdSpan, Shown(frame.Id!, frame)));
        if (isCode && frame.Parent >= 0) _listedBelow.Add((frame, code));
        if (isCode) frame.Identify(builder.RegionId(frame.Id!), frame.IdSpan);
        if (isCase) builder.CoverRow(frame.Row);
        return Name(frame, frame.Parent);
    }

    private int RegionAbove(JsonRowFrame frame)
    {
        if (frame.ParentKey is null) return frame.Parent < 0 && builder.Options.DefaultRegion is { } region ? builder.Region(region) : frame.Parent;
        if (RegionCode.TryParse(frame.ParentKey, out RegionCode code))
        {
            if (frame.Parent >= 0) _listedBelow.Add((frame, code));
            return builder.Region(code);
        }

        builder.Report(new Diagnostic(DiagnosticCodes.RegionCodeMalformed, frame.ParentSpan, Shown(frame.ParentKey, frame)));
        builder.Misplace(frame.Table.Schema, frame.Row);
        return frame.Parent;
    }

    private void CheckRegion(JsonRowFrame frame, RegionCode code)
    {
        RowStore regions = builder.Table(BaseTables.Region).Rows;
        if (frame.Table.Rows.IsRemoved(frame.Row)) return;
        string above = regions.Id(frame.Parent);
        if (!RegionCode.TryParse(above, out RegionCode region) || !builder.Schema.FormerCodes.Contains(region, code))
            builder.Report(new Diagnostic(DiagnosticCodes.RegionElsewhere, frame.Span, code.Text, DataExcerpt.Of(above)));
    }

    private bool Name(JsonRowFrame frame, int parent)
    {
        if (!frame.Table.Rows.Name(frame.Row, frame.Id!, parent))
            return RefuseRow(new Diagnostic(DiagnosticCodes.DuplicateRowId, frame.IdSpan, frame.Table.Schema.Name, Shown(frame.Id!, frame)));
        if (parent >= 0 && frame.Parent < 0) builder.Above(frame.Table.Schema)?.ReportList(parent, frame.Table.Schema.Children);
        return true;
    }

    private int FindByKey(string table, string key)
    {
        TableBuilder rows = builder.Table(table);
        int slash = rows.Schema.HasGlobalIds ? -1 : key.LastIndexOf('/');
        if (slash < 0) return Find(rows, key, -1);
        int above = FindByKey(rows.Schema.Parent!, key[..slash]);
        return above < 0 ? -1 : Find(rows, key[(slash + 1)..], above);
    }

    // An id may be given as subjects show it, or as its own row does.
    private static int Find(TableBuilder rows, string key, int above)
    {
        int row = rows.Find(key, above);
        return row >= 0 ? row : rows.Find(RowId.Of(key), above);
    }

    private int Depth(TableSchema table) => builder.Schema.SelfAndAncestors(table.Name).Count();

    private string Shown(string text, JsonRowFrame frame) => DataExcerpt.Of(text, frame.Table.Schema, builder.Schema);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
