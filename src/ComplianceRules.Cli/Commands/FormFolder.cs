namespace ComplianceRules.Cli.Commands;

/// <summary>The folder that a form of .csv files goes to.</summary>
internal static class FormFolder
{
    /// <summary>Whether files can stand there: it is a folder, or can be made in one that there is.</summary>
    public static bool IsPossible(string path)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        return Directory.Exists(full) || (!File.Exists(full) && Directory.Exists(Path.GetDirectoryName(full)));
    }
}
