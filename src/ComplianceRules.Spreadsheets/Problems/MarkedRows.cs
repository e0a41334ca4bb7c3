using ComplianceRules.Diagnostics;
using ComplianceRules.Spreadsheets.Workbooks;

namespace ComplianceRules.Spreadsheets.Problems;

/// <summary>The rows of a table with their problems beside them, in one more column.</summary>
/// <param name="table">The table.</param>
/// <param name="problems">All problems.</param>
/// <param name="texts">The words.</param>
/// <param name="mostColumns">How many columns are copied at most.</param>
internal sealed class MarkedRows(CopiedTable table, IReadOnlyList<Diagnostic> problems, ProblemTexts texts, int mostColumns)
{
    /// <summary>How many columns the copied cells take.</summary>
    public int Width { get; } = Math.Min(mostColumns, table.Rows().Select(r => r.Cells.Count).DefaultIfEmpty().Max());

    /// <summary>Problems that have no row of their own here and are to be said beside the names of the columns.</summary>
    public IReadOnlyList<Diagnostic> Elsewhere { get; init; } = [];

    /// <summary>Every row; the first that is not blank has the names of the columns.</summary>
    public IEnumerable<IReadOnlyList<SheetCell>> All()
    {
        TableProblems own = new(problems, table);
        IReadOnlyList<SheetCell>? names = null;
        foreach (CopiedRow row in table.Rows())
        {
            bool isBlank = row.Cells.Count == 0;
            IReadOnlyList<Diagnostic> found = names is null && isBlank ? [] : own.TakeTo(row.LastLine);
            yield return isBlank && found.Count == 0 ? [] : names is null ? Head(row.Cells, found) : Marked(Sound(row, found), found, Row(found, names));
            if (!isBlank) names ??= row.Cells;
        }

        if (names is null) yield return Head([], own.TakeTo(0));
        if (own.TakeTo(int.MaxValue) is { Count: > 0 } rest) yield return Marked([], rest, Join(rest.Select(texts.Elsewhere)));
    }

    // What nobody can use must not become usable by being copied; the message beside it says what stood there.
    private static IReadOnlyList<SheetCell> Sound(CopiedRow row, IReadOnlyList<Diagnostic> found)
    {
        HashSet<int> blank = [.. row.Unsound.Intersect(found.Select(p => p.Span!.Column - 1))];
        return blank.Count == 0 ? row.Cells : [.. row.Cells.Select((cell, column) => blank.Contains(column) ? SheetCell.Empty() : cell)];
    }

    private SheetCell[] Head(IReadOnlyList<SheetCell> cells, IReadOnlyList<Diagnostic> found)
    {
        IEnumerable<string> said = [ProblemTexts.Title, .. Elsewhere.Concat(found).Distinct().Select(texts.Elsewhere)];
        SheetCell[] row = Marked(cells, found, string.Join('\n', said));
        if (found.Count + Elsewhere.Count == 0) row[Width] = row[Width].In(CellLook.Head);
        return row;
    }

    private SheetCell[] Marked(IReadOnlyList<SheetCell> cells, IReadOnlyList<Diagnostic> found, string message)
    {
        SheetCell[] row = new SheetCell[Width + 1];
        for (int column = 0; column < Width; column++) row[column] = column < cells.Count ? cells[column] : SheetCell.Empty();
        foreach (int column in found.Select(p => p.Span!.Column - 1).Where(c => c >= 0 && c < Width)) row[column] = row[column].In(CellLook.Problem);
        row[Width] = message.Length == 0 ? SheetCell.Empty() : SheetCell.Text(message, CellLook.ProblemText);
        return row;
    }

    private string Row(IReadOnlyList<Diagnostic> found, IReadOnlyList<SheetCell> names) => Join(found.Select(p => texts.InRow(p, NameOf(p.Span!, names))));

    // In a workbook the names may stand anywhere, and people know the cells by their letters.
    private static string? NameOf(SourceSpan span, IReadOnlyList<SheetCell> names)
    {
        if (span.Column == 0 || span.Cell is not null) return span.Cell;
        string name = span.Column <= names.Count ? names[span.Column - 1].Shown.Trim() : string.Empty;
        return name.Length > 0 ? name : CellPlace.Column(span.Column);
    }

    private string Join(IEnumerable<string> messages) => string.Join(texts.Separator, messages);
}
