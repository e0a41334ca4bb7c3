namespace ComplianceRules.Packs;

/// <summary>Which files a <c>pack.json</c> may name.</summary>
internal static class PackFileName
{
    private const int LongestName = 200;

    /// <summary>Whether a name is that of a JSON file inside the pack's folder, the same on every system.</summary>
    public static bool IsAllowed(string name) =>
        name.Length <= LongestName
        && name.EndsWith(".json", StringComparison.Ordinal)
        && !name.Equals(PackFolder.PackFile, StringComparison.OrdinalIgnoreCase)
        && !name.Any(c => c is '\\' or ':' || char.IsControl(c))
        && name.Split('/').All(part => part.Length > 0 && part.Trim() == part && !part.EndsWith('.'));
}
