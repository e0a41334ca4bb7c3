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

    /// <summary>What speaks against a log, by schema and rules; none where it is sound.</summary>
    /// <param name="log">The log.</param>
    public static async Task<string[]> Faults(string log)
    {
        string[] errors = Assert.Single(await Ajv.ValidateBy(Schema, log));
        string folder = Directory.CreateTempSubdirectory("compliance-rules-sarif").FullName;
        try
        {
            string file = Path.Combine(folder, "log.sarif");
            string answer = Path.Combine(folder, "answer.sarif");
            await File.WriteAllTextAsync(file, log);
            await Judge(file, answer);
            using JsonDocument told = JsonDocument.Parse(await File.ReadAllTextAsync(answer));
            return [.. errors, .. told.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(Told).Where(t => !t.StartsWith(NoAddress, StringComparison.Ordinal))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Told(JsonElement result) => $"{result.GetProperty("ruleId").GetString()} {result.GetProperty("message").GetRawText()}";

    private static async Task Judge(string file, string answer)
    {
        string tool = Ajv.Module($"{Package}/Sarif.Multitool");
        // npm unpacks it without the right to be run.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        Dictionary<string, string> environment = new() { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" };
        ExternalProcess run = await ExternalProcess.Run(Path.GetTempPath(), string.Empty, environment, tool, "validate", file, "--rule-kind", "Sarif;Ghas", "--output", answer);
        Assert.True(File.Exists(answer), run.Output + run.Error);
    }
}
