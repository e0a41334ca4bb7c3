using System.Text.Json;
using ComplianceRules.Tests;

namespace ComplianceRules.External.Tests.RealData;

/// <summary>The public file of New York City's class sizes, which stays outside of the repository.</summary>
internal static class NewYorkData
{
    public const int CutOffLine = 26886;

    public const string Pack = "us-ny-nyc";

    private const string Variable = "COMPLIANCE_REAL_DATA";

    /// <summary>The file; where it is missing the test fails, it is not skipped.</summary>
    public static string File
    {
        get
        {
            string folder = Path.GetFullPath(Environment.GetEnvironmentVariable(Variable) ?? "../shared", RepositoryRoot.Path);
            string file = Path.Combine(folder, "data", "nyc-class-size-2010-11.csv");
            Assert.True(System.IO.File.Exists(file), $"{file} is missing: set {Variable} to the folder that holds data/{Path.GetFileName(file)}");
            return file;
        }
    }

    /// <summary>Judges the file.</summary>
    public static Task<ExternalProcess> Evaluate(params string[] options) =>
        Tool.Run(["evaluate", File, "--map", "samples/nyc/mapping.json", "--packs", SmallPacks.Folder, "--format", "json", .. options]);

    /// <summary>Judges the file without its cut-off record, and reads the answer.</summary>
    public static async Task<JsonElement> Judge(string asOf, params string[] options)
    {
        ExternalProcess run = await Evaluate(["--as-of", asOf, "--skip-malformed", .. options]);
        Assert.True(run.ExitCode == 1, run.Error);
        return JsonDocument.Parse(run.Output).RootElement;
    }
}
