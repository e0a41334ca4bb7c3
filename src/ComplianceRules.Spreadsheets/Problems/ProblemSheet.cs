using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Spreadsheets.Forms;
using ComplianceRules.Spreadsheets.Workbooks;

namespace ComplianceRules.Spreadsheets.Problems;

/// <summary>The list of all problems: a row each, with its place, message and what helps.</summary>
/// <param name="texts">The words.</param>
internal sealed class ProblemSheet(ProblemTexts texts)
{
    private const int HeadRows = 2;
    private static readonly string[] Columns = ["file", "sheet", "line", "column", "cell", "code", "message", "help"];
    private static readonly double[] Widths = [24, 16, 8, 8, 8, 10, 70, 70];

    /// <summary>The rows of the list, the names of the columns first.</summary>
    public IEnumerable<SheetCell[]> Rows(IReadOnlyList<Diagnostic> problems)
    {
        yield return [.. Columns.Select(c => SheetCell.Text(ProblemTexts.Both(c), CellLook.Head))];
        if (problems.Count == 0) yield return [SheetCell.Text(texts.None)];
        foreach (Diagnostic problem in problems) yield return Row(problem);
    }

    /// <summary>Writes the list as a sheet that a reader of snapshots passes over.</summary>
    public void Write(WorkbookWriter workbook, string name, IReadOnlyList<Diagnostic> problems)
    {
        ImmutableArray<SheetColumn> columns = [new SheetColumn(2, IsHidden: true), .. Widths.Select(w => new SheetColumn(w))];
        SheetWriter sheet = workbook.Add(new SheetSetup(name) { FrozenRows = HeadRows, Columns = columns });
        sheet.Row([SheetCell.Text(FormMark.OfNoTable)], isHidden: true);
        foreach (SheetCell[] row in Rows(problems).TakeWhile(_ => !sheet.IsFull)) sheet.Row([SheetCell.Empty(), .. row]);
    }

    private SheetCell[] Row(Diagnostic problem)
    {
        SourceSpan? span = problem.Span;
        return
        [
            SheetCell.Text(span?.File ?? string.Empty),
            SheetCell.Text(span?.Sheet ?? string.Empty),
            Known(span?.Line),
            Known(span?.Column),
            SheetCell.Text(span?.Cell ?? string.Empty),
            SheetCell.Text(problem.Code.ToString()),
            SheetCell.Text(texts.Message(problem), CellLook.Wrapped, CellFormat.General),
            SheetCell.Text(texts.Help(problem) ?? string.Empty, CellLook.Wrapped, CellFormat.General),
        ];
    }

    private static SheetCell Known(int? position) => position is > 0 ? SheetCell.Number(position.Value) : SheetCell.Empty();
}
