using System.Buffers;
using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>Reads several texts of one cell.</summary>
internal static class CellList
{
    private static readonly char[] Separators = ['、', ',', '，', ';', '；', '|'];
    private static readonly SearchValues<char> AnySeparator = SearchValues.Create(Separators);

    /// <summary>The texts, trimmed, those that are empty left out.</summary>
    public static ImmutableArray<string> Of(string cell) => [.. cell.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The cell that gives the texts again; null where there is none, or where one of them would come back otherwise.</summary>
    public static string? Join(ImmutableArray<string> texts)
    {
        bool isSafe = !texts.IsEmpty && texts.All(t => t.Length > 0 && !t.AsSpan().ContainsAny(AnySeparator) && t.Trim().Length == t.Length);
        return isSafe ? string.Join(Separators[^1], texts) : null;
    }
}
