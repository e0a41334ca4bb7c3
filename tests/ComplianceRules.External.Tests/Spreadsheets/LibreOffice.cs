namespace ComplianceRules.External.Tests.Spreadsheets;

/// <summary>LibreOffice, without its windows.</summary>
internal static class LibreOffice
{
    private static readonly Dictionary<string, string> Environment = [];

    /// <summary>Opens a file and saves it anew.</summary>
    /// <param name="file">The file.</param>
    /// <param name="format">The ending of the format that it is saved in.</param>
    /// <param name="folder">Where it is saved, under the same name; its settings are kept there too, so that no other run of it is in the way.</param>
    /// <returns>The new file.</returns>
    public static async Task<string> Convert(string file, string format, string folder)
    {
        string settings = new Uri(Path.Combine(folder, "settings")).AbsoluteUri;
        ExternalProcess run = await ExternalProcess.Run(folder, string.Empty, Environment, "soffice", "--headless", $"-env:UserInstallation={settings}", "--convert-to", format, "--outdir", folder, file);
        string converted = Path.Combine(folder, Path.ChangeExtension(Path.GetFileName(file), format));
        Assert.True(run.ExitCode == 0 && File.Exists(converted), run.Error);
        return converted;
    }
}
