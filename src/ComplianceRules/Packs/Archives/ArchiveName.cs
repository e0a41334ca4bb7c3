namespace ComplianceRules.Packs;

/// <summary>Which names files of an archive may have.</summary>
internal static class ArchiveName
{
    private const int Longest = 400;
    private const string NotOnWindows = "\\:*?\"<>|";

    /// <summary>Whether a name is that of a file within the archive, the same on every system.</summary>
    public static bool IsAllowed(string name) =>
        name.Length is > 0 and <= Longest
        && !name.Any(c => NotOnWindows.Contains(c, StringComparison.Ordinal) || char.IsControl(c) || char.IsSurrogate(c))
        && name.Split('/').All(part => part.Length > 0 && part.Trim() == part && !part.EndsWith('.'));
}
