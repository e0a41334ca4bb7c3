using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Reports;
using ComplianceRules.Spreadsheets.Workbooks;

namespace ComplianceRules.Spreadsheets.Reports;

/// <summary>The first sheet: the day, the verdicts, the packs, the data.</summary>
internal sealed class SummarySheet
{
    private const double LabelWidth = 40;
    private const double Width = 18;
    private static readonly Verdict[] Verdicts = [Verdict.Compliant, Verdict.NonCompliant, Verdict.Undetermined, Verdict.NotApplicable, Verdict.Waived];
    private static readonly Severity[] Gravest = [Severity.Violation, Severity.Warning, Severity.Advice, Severity.Progress];

    private readonly Assessment _assessment;
    private readonly AssessmentWords _words;
    private readonly SheetWriter _sheet;

    private SummarySheet(ReportBook book)
    {
        _assessment = book.Assessment;
        _words = book.Words;
        SheetSetup layout = new(_words.Say("sheet.summary")) { Columns = [new SheetColumn(LabelWidth), .. Enumerable.Repeat(new SheetColumn(Width), 2), new SheetColumn(68)], Tab = (int)ReportTab.Summary };
        _sheet = book.Workbook.Add(layout);
    }

    public static void Write(ReportBook book)
    {
        SummarySheet sheet = new(book);
        sheet.WriteVerdicts();
        sheet.WritePacks();
        sheet.WriteData();
        sheet.WriteNotes();
    }

    private void WriteVerdicts()
    {
        string day = ReportCell.Of(_assessment.AsOf).Text;
        _sheet.Row([SheetCell.Text(_words.Say("title", day), CellLook.Title)], height: 24);
        _sheet.Row([SheetCell.Text(_words.Say("head.day")), SheetCell.Date(_assessment.AsOf)]);
        Section(_words.Say("head.verdicts"), _words.Say("head.count"));
        ShownCounts shown = _assessment.Shown;
        foreach (Verdict verdict in Verdicts) Line(_words.Of(verdict), ReportCell.Of(shown.Of(verdict)));
        Section(_words.Say("head.breaches"), _words.Say("head.count"));
        foreach (Severity severity in Gravest) Line(_words.Say($"breaches.{severity}"), ReportCell.Of(RankedRules.Breaches(_assessment, severity)));
    }

    private void WritePacks()
    {
        Section(_words.Say("head.pack"), _words.Say("head.version"), _words.Say("column.region"), _words.Say("head.sha"));
        foreach (PackIdentity pack in _assessment.Packs.Where(p => p.HasRows)) Line(pack.Id, ReportCell.Of(pack.Version), ReportCell.Of(pack.Region?.Text), ReportCell.Of(pack.Sha256));
        // A catalogue may hold the packs of a whole nation: those of other places are only counted.
        Line(_words.Say("head.otherPacks"), ReportCell.Of(_assessment.Packs.Count(p => !p.HasRows)));
        Line(_words.Say("head.idle"), ReportCell.Of(RankedRules.Idle(_assessment).Count()));
        Line(_words.Say("head.notInForce"), ReportCell.Of(RankedRules.NotInForce(_assessment).Count()));
    }

    private void WriteData()
    {
        DataReport data = _assessment.Data;
        Section(_words.Say("head.data"), _words.Say("column.rows"));
        foreach ((string table, _) in data.Rows.Where(r => r.Value > 0)) Line(_words.Table(table), ReportCell.Of(_assessment.ShownRows(table)));
        Line(_words.Say("head.filtered"), ReportCell.Of(data.Filtered));
        Line(_words.Say("head.skipped"), ReportCell.Of(data.Skipped.Length));
        Line(_words.Say("head.issues"), ReportCell.Of(data.Issues.Length));
    }

    private void WriteNotes()
    {
        Section(_words.Say("head.notes"));
        foreach (string note in (string[])["note.schools", "note.persons", "note.margin"]) _sheet.Row([SheetCell.Text(_words.Say(note))]);
    }

    private void Section(params IEnumerable<string> heads)
    {
        _sheet.Row([]);
        _sheet.Row([.. heads.Select(h => SheetCell.Text(h, CellLook.Head))]);
    }

    private void Line(string label, params IEnumerable<ReportCell> cells) => _sheet.Row([SheetCell.Text(label), .. cells.Select(c => SheetCells.Of(c, CellLook.Plain))]);
}
