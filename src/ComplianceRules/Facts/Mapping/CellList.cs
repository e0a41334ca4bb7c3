using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>Reads several texts of one cell.</summary>
internal static class CellList
{
    private static readonly char[] Separators = ['、', ',', '，', ';', '；', '|'];

    /// <summary>The texts, trimmed, those that are empty left out.</summary>
    public static ImmutableArray<string> Of(string cell) => [.. cell.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
