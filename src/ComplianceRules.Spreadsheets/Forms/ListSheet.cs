using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Spreadsheets.Workbooks;

namespace ComplianceRules.Spreadsheets.Forms;

/// <summary>The lists to choose from that are too long, or written too oddly, to stand in a validation itself; they stand on a hidden sheet, a column each.</summary>
/// <remarks>For one thread.</remarks>
internal sealed class ListSheet
{
    /// <summary>The name of the hidden sheet.</summary>
    public const string Name = "_lists";

    private const int MostCharacters = 255;
    private const int FirstRow = 2;
    private const int FirstColumn = 2;

    private readonly List<ImmutableArray<string>> _lists = [];

    public bool IsEmpty => _lists.Count == 0;

    /// <summary>The formula of a list.</summary>
    public string Formula(ImmutableArray<string> words)
    {
        string inline = string.Join(',', words);
        if (inline.Length <= MostCharacters && words.All(IsPlain)) return $"\"{inline}\"";
        int at = _lists.FindIndex(l => l.SequenceEqual(words, StringComparer.Ordinal));
        if (at < 0)
        {
            at = _lists.Count;
            _lists.Add(words);
        }

        string column = CellPlace.Column(at + FirstColumn);
        return string.Create(CultureInfo.InvariantCulture, $"'{Name}'!${column}${FirstRow}:${column}${FirstRow + words.Length - 1}");
    }

    public void Write(WorkbookWriter workbook)
    {
        SheetWriter sheet = workbook.Add(new SheetSetup(Name) { IsHidden = true });
        sheet.Row([SheetCell.Text(FormMark.OfNoTable)]);
        for (int row = 0; row < _lists.Max(l => l.Length); row++)
            sheet.Row([SheetCell.Empty(), .. _lists.Select(l => row < l.Length ? SheetCell.Text(l[row]) : SheetCell.Empty())]);
    }

    private static bool IsPlain(string word) => word.Length > 0 && !word.Any(c => c is ',' or '"' || char.IsControl(c)) && word == word.Trim();
}
