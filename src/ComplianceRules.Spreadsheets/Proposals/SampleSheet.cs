using System.Collections.Immutable;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>The first rows of a table that nobody has described yet.</summary>
/// <remarks>Immutable. At most <see cref="MostRows"/> rows and <see cref="MostColumns"/> columns are looked at, whatever it holds.</remarks>
/// <param name="FileName">The file's name without its folder.</param>
/// <param name="SheetName">The sheet of a workbook; null where the file is one table.</param>
/// <param name="IsHidden">Whether people do not see the sheet.</param>
/// <param name="Rows">The cells as texts, trimmed; rows may differ in length.</param>
/// <param name="Merges">The cells that are one; their text stands in the first, and may stand in the others too.</param>
internal sealed record SampleSheet(
    string FileName,
    string? SheetName,
    bool IsHidden,
    ImmutableArray<ImmutableArray<string>> Rows,
    ImmutableArray<MergedRange> Merges)
{
    /// <summary>The rows that are looked at.</summary>
    public const int MostRows = 1000;

    /// <summary>The columns that are looked at.</summary>
    public const int MostColumns = 500;

    /// <summary>Whether it is a sheet of a form, which is read without a mapping.</summary>
    public bool IsForm { get; init; }

    /// <summary>Whether there are rows below those that are looked at.</summary>
    public bool IsLong { get; init; }

    /// <summary>Whether there are columns beyond those that are looked at.</summary>
    public bool IsWide { get; init; }

    /// <summary>How people call it.</summary>
    public string Title => SheetName is null ? FileName : $"{FileName}/{SheetName}";
}
