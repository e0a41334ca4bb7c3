using System.Collections.Immutable;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>Tells records from totals, footers and empty rows below a header.</summary>
internal static class AsideRows
{
    private const int ColumnsWithTotals = 4;
    private const int MostTextsOfFooter = 6;

    /// <summary>The rows that are records, and those that are neither records nor empty.</summary>
    public static (ImmutableArray<int> Records, ImmutableArray<int> Asides) Split(SampleGrid grid, int lastHeader, bool isTurned)
    {
        ImmutableArray<int>.Builder records = ImmutableArray.CreateBuilder<int>();
        ImmutableArray<int>.Builder asides = ImmutableArray.CreateBuilder<int>();
        for (int row = lastHeader + 1; row < grid.Rows; row++)
        {
            if (grid.IsBlank(row)) continue;
            (IsAside(grid, row, isTurned) ? asides : records).Add(row);
        }

        return (records.ToImmutable(), asides.ToImmutable());
    }

    private static bool IsAside(SampleGrid grid, int row, bool isTurned)
    {
        // On its side, every record repeats the title that is merged over the whole table.
        if (isTurned) return grid.OwnTexts(row).Take(2).Any(t => KnownWords.Is("aside", t));
        IReadOnlyList<string> texts = grid.Texts(row);
        if (Enumerable.Range(0, Math.Min(ColumnsWithTotals, grid.Columns)).Any(c => KnownWords.Is("total", grid.Text(row, c)))) return true;
        if (texts.Count <= MostTextsOfFooter && KnownWords.Begins("footer", texts[0])) return true;
        return texts.Count == 1 && grid.Columns > 2 && grid.Text(row, 0).Length > 0;
    }
}
