using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Spreadsheets.Workbooks;

namespace ComplianceRules.Spreadsheets.Forms;

/// <summary>The first sheet of a form: how to fill it in, what comes next, and what it was made from.</summary>
internal static class GuideSheet
{
    private const double Width = 100;
    private const int DigestDigits = 12;

    private static readonly string[] Advice = ["guide.rows", "guide.blank", "guide.honest", "guide.hidden", "guide.ids"];

    public static void Write(WorkbookWriter workbook, NeededFacts facts, string name, string snapshotSheet)
    {
        SheetWriter sheet = workbook.Add(new SheetSetup(name) { Columns = [new SheetColumn(2, IsHidden: true), new SheetColumn(Width)] });
        sheet.Row([SheetCell.Text(FormMark.OfNoTable)], isHidden: true);
        Line(sheet, FormTexts.Entries["guide.title"], CellLook.Title);
        foreach (LocalText advice in Advice.Select(key => FormTexts.Entries[key])) Line(sheet, advice);
        Line(sheet, FormTexts.Say("guide.covers", LocalText.Same(snapshotSheet)));
        Line(sheet, FormTexts.Entries["guide.next"]);
        foreach (LocalText part in ScopeOf(facts.Options)) Line(sheet, part);
        Line(sheet, FormTexts.Entries["guide.packs"]);
        foreach (LocalText pack in facts.Packs.Select(p => FormTexts.Say("guide.pack", Same(p.Id), Same(p.Version), Same(p.Sha256[..DigestDigits]))))
            sheet.Row([SheetCell.Empty(), SheetCell.Text(pack.Chinese!, CellLook.Wrapped, CellFormat.General)]);
    }

    private static LocalText Same(string text) => LocalText.Same(text);

    private static IEnumerable<LocalText> ScopeOf(RunOptions options)
    {
        if (options.Only is { } region) yield return FormTexts.Say("guide.region", Same(region.Text));
        if (!options.Areas.IsEmpty) yield return FormTexts.Say("guide.areas", Joined(options.Areas));
        if (!options.Rules.IsEmpty) yield return FormTexts.Say("guide.rules", Joined(options.Rules));
    }

    private static LocalText Joined(ImmutableArray<string> names) => FormTexts.Join(names.Select(Same));

    private static void Line(SheetWriter sheet, LocalText text, CellLook look = CellLook.Wrapped)
    {
        string both = FormValidation.Both(text);
        SheetCell cell = SheetCell.Text(look == CellLook.Title ? both.Replace("\n", " · ", StringComparison.Ordinal) : both, look, CellFormat.General);
        sheet.Row([SheetCell.Empty(), cell], TextSpace.Height([cell.Shown], [Width], TextSpace.LineOfText));
    }
}
