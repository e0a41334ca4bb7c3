namespace ComplianceRules.Interop;

/// <summary>Finds names without regard to case and underscores, where one alone answers.</summary>
internal static class FoldedNames
{
    /// <summary>A name as it is compared.</summary>
    public static string Fold(string name) => string.Concat(name.Where(c => c != '_')).ToUpperInvariant();

    /// <summary>The names that answer: the one that is spelt alike, else all that differ in case and underscores only.</summary>
    public static string[] Of(string name, IEnumerable<string> names)
    {
        string[] all = [.. names];
        if (all.Contains(name, StringComparer.Ordinal)) return [name];
        string folded = Fold(name);
        return [.. all.Where(n => Fold(n) == folded).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
