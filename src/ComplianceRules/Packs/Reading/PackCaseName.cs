namespace ComplianceRules.Packs;

/// <summary>Which files of a pack's folder hold its cases.</summary>
internal static class PackCaseName
{
    /// <summary>The folder of the cases, in the pack's folder.</summary>
    public const string Folder = "cases";

    /// <summary>Whether a file holds cases.</summary>
    /// <param name="path">Its path in the pack's folder, joined with <c>/</c>.</param>
    public static bool Is(string path) =>
        path.StartsWith(Folder + "/", StringComparison.Ordinal) && path.EndsWith(".json", StringComparison.Ordinal) && path.IndexOf('/', Folder.Length + 1) < 0;
}
