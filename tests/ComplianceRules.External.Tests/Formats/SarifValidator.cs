using System.Text.Json;
using ComplianceRules.External.Tests.Schemas;

namespace ComplianceRules.External.Tests.Formats;

/// <summary>Microsoft's multitool from npm: the schema of SARIF 2.1.0 that it carries, and its own rules with those of GitHub's code scanning; <c>.ci/run</c> installs it below <c>artifacts/node</c>.</summary>
internal static class SarifValidator
{
    private const string Package = "@microsoft/sarif-multitool-linux";

    // No rule of the format: the project has no public address to name.
    private const string NoAddress = "SARIF2005";

    /// <summary>The schema of the format.</summary>
    public static string Schema => Ajv.Module($"{Package}/sarif-2.1.0.json");

    /// <summary>What speaks against logs, by schema and rules; none where all are sound.</summary>
    /// <remarks>Many logs are looked at at once: the tool takes longer to start than to read one.</remarks>
    /// <param name="logs">The logs.</param>
    public static async Task<string[]> Faults(params string[] logs)
    {
        List<string> faults = [];
        foreach (string log in logs) faults.AddRange(Assert.Single(await Ajv.ValidateBy(Schema, log)));
        string folder = Directory.CreateTempSubdirectory("compliance-rules-sarif").FullName;
        try
        {
            string[] files = [.. logs.Select((_, i) => Path.Combine(folder, $"log-{i}.sarif"))];
            foreach ((string file, string log) in files.Zip(logs)) await File.WriteAllTextAsync(file, log);
            string answer = Path.Combine(folder, "answer.sarif");
            await Judge(files, answer);
            using JsonDocument told = JsonDocument.Parse(await File.ReadAllTextAsync(answer));
            return [.. faults, .. told.RootElement.GetProperty("runs").EnumerateArray().SelectMany(r => r.GetProperty("results").EnumerateArray()).Select(Told).Where(t => !t.StartsWith(NoAddress, StringComparison.Ordinal))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Told(JsonElement result) => $"{result.GetProperty("ruleId").GetString()} {result.GetProperty("message").GetRawText()} {result.GetProperty("locations")[0].GetRawText()}";

    private static async Task Judge(string[] files, string answer)
    {
        string tool = Ajv.Module($"{Package}/Sarif.Multitool");
        // npm unpacks it without the right to be run.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        Dictionary<string, string> environment = new() { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" };
        ExternalProcess run = await ExternalProcess.Run(Path.GetTempPath(), string.Empty, environment, [tool, "validate", .. files, "--rule-kind", "Sarif;Ghas", "--output", answer]);
        Assert.True(File.Exists(answer), run.Output + run.Error);
    }
}
