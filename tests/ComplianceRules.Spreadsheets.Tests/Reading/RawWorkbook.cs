using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace ComplianceRules.Spreadsheets.Tests.Reading;

/// <summary>A random workbook.</summary>
/// <param name="From1904">Whether days are counted from 1904.</param>
/// <param name="Shared">The shared texts.</param>
/// <param name="Sheets">The rows of each sheet, and what is merged.</param>
internal sealed record RawWorkbook(bool From1904, ImmutableArray<string> Shared, ImmutableArray<(string Rows, string Merged)> Sheets)
{
    private const int Columns = 6;

    public static Gen<RawWorkbook> Any() =>
        from from1904 in Gen.Elements(false, false, true)
        from shared in RawCells.Item().ArrayOf(RawCells.SharedTexts)
        from sheets in Sheet(from1904).NonEmptyListOf()
        select new RawWorkbook(from1904, [.. shared], [.. sheets.Take(3)]);

    public override string ToString() => $"from 1904: {From1904}, shared: {string.Join(" | ", Shared)}, sheets: {string.Join(" | ", Sheets)}";

    public byte[] Bytes()
    {
        WorkbookParts parts = new WorkbookParts().Shared([.. Shared]).With("xl/styles.xml", RawFormat.Styles);
        for (int i = 0; i < Sheets.Length; i++) parts.Sheet($"表{i}", Sheets[i].Rows, Sheets[i].Merged, i == 1 ? "hidden" : "visible");
        return (From1904 ? parts.From1904() : parts).Bytes();
    }

    private static Gen<(string, string)> Sheet(bool from1904) =>
        from rows in Row(from1904).ListOf()
        from area in Gen.Choose(0, 5).ArrayOf(4)
        from isMerged in Gen.Elements(true, false)
        select (string.Concat(Numbered(rows)), isMerged ? Area(area) : string.Empty);

    private static IEnumerable<string> Numbered(IEnumerable<(int Gap, bool IsPlaced, string Look, RawCell?[] Cells)> rows)
    {
        int number = 0;
        foreach ((int gap, bool isPlaced, string look, RawCell?[] cells) in rows)
        {
            number += 1 + gap;
            IEnumerable<string> written = cells.Select((cell, column) => isPlaced ? cell?.At($"{(char)('A' + column)}{number}") ?? string.Empty : (cell ?? new RawCell(string.Empty, string.Empty)).At(null));
            yield return $"<row{(gap > 0 || isPlaced ? $" r='{number}'" : string.Empty)}{look}>{string.Concat(written)}</row>";
        }
    }

    private static Gen<(int, bool, string, RawCell?[])> Row(bool from1904) =>
        from gap in Gen.Frequency((5, Gen.Constant(0)), (1, Gen.Choose(1, 4)))
        from isPlaced in Gen.Elements(true, true, false)
        from look in Gen.Elements(string.Empty, " hidden='1'", " ht='20' customHeight='1'")
        from width in Gen.Choose(0, Columns)
        from cells in Gen.Frequency((1, Gen.Constant<RawCell?>(null)), (4, RawCells.Any(from1904).Select<RawCell, RawCell?>(c => c))).ArrayOf(width)
        select (gap, isPlaced, look, cells);

    private static string Area(int[] ends)
    {
        (int left, int right) = (Math.Min(ends[0], ends[1]), Math.Max(ends[0], ends[1]));
        (int top, int bottom) = (Math.Min(ends[2], ends[3]), Math.Max(ends[2], ends[3]));
        return left == right && top == bottom ? string.Empty : WorkbookParts.Merged($"{(char)('A' + left)}{top + 1}:{(char)('A' + right)}{bottom + 1}");
    }
}
