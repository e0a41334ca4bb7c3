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

    /// <summary>Opens a workbook and saves every sheet as CSV in UTF-8.</summary>
    /// <param name="file">The workbook.</param>
    /// <param name="folder">Where the sheets are saved.</param>
    /// <returns>The files, by the names of the sheets.</returns>
    public static async Task<Dictionary<string, string>> Sheets(string file, string folder)
    {
        // Commas, quotes, UTF-8, values as they are stored, and the last: all sheets.
        const string All = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";
        string settings = new Uri(Path.Combine(folder, "settings")).AbsoluteUri;
        ExternalProcess run = await ExternalProcess.Run(folder, string.Empty, Environment, "soffice", "--headless", $"-env:UserInstallation={settings}", "--convert-to", All, "--outdir", folder, file);
        string begin = $"{Path.GetFileNameWithoutExtension(file)}-";
        Dictionary<string, string> sheets = Directory.EnumerateFiles(folder, $"{begin}*.csv").ToDictionary(f => Path.GetFileNameWithoutExtension(f)[begin.Length..], StringComparer.Ordinal);
        Assert.True(run.ExitCode == 0 && sheets.Count > 0, run.Error);
        return sheets;
    }
}
