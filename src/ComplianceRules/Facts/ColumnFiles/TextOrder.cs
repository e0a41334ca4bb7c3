using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>The order of names in a column file.</summary>
internal static class TextOrder
{
    /// <summary>Whether texts are in ordinal order and none stands twice.</summary>
    public static bool IsAscending(ImmutableArray<string> texts)
    {
        for (int i = 1; i < texts.Length; i++)
        {
            if (string.CompareOrdinal(texts[i - 1], texts[i]) >= 0) return false;
        }

        return true;
    }
}
