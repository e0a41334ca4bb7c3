using System.Collections.Immutable;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>The first rows of a table that nobody has described yet.</summary>
/// <remarks>Immutable. At most <see cref="MostRows"/> rows and <see cref="MostColumns"/> columns are looked at, whatever it holds.</remarks>
/// <param name="FileName">The file's name without its folder.</param>
/// <param name="SheetName">The sheet of a workbook; null where the file is one table.</param>
/// <param name="IsHidden">Whether people do not see the sheet.</param>
/// <param name="Rows">The cells as texts, trimmed; rows may differ in length.</param>
/// <param name="Merges">The cells that are one; their text stands in the first.</param>
internal sealed record SampleSheet(
    string FileName,
    string? SheetName,
    bool IsHidden,
    ImmutableArray<ImmutableArray<string>> Rows,
    ImmutableArray<MergedRange> Merges)
{
    /// <summary>The rows that are looked at.</summary>
    public const int MostRows = 200;

    /// <summary>The columns that are looked at.</summary>
    public const int MostColumns = 500;

    /// <summary>How people call it.</summary>
    public string Title => SheetName is null ? FileName : $"{FileName}/{SheetName}";
}
