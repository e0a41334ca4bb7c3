using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>Which words in cells mean nothing, true and false.</summary>
/// <remarks>An empty cell always means nothing. In a bool column true and false come first: 无 may be both null and false.</remarks>
/// <param name="Nulls">Words that mean that nothing is known.</param>
/// <param name="True">Words that mean true.</param>
/// <param name="False">Words that mean false.</param>
internal sealed record CellWords(FrozenSet<string> Nulls, FrozenSet<string> True, FrozenSet<string> False)
{
    /// <summary>The words that mean true where nobody says otherwise.</summary>
    public static ImmutableArray<string> UsualTrue { get; } = ["true", "1", "是", "有"];

    /// <summary>The words that mean false where nobody says otherwise.</summary>
    public static ImmutableArray<string> UsualFalse { get; } = ["false", "0", "否", "无"];

    public static CellWords Default { get; } = new(Set([string.Empty]), Set(UsualTrue), Set(UsualFalse));

    public static FrozenSet<string> Set(IEnumerable<string> words) => words.Select(w => w.Trim()).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public bool IsNull(string cell) => cell.Length == 0 || Nulls.Contains(cell);
}
