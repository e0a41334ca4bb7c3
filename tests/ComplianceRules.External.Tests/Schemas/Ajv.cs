using System.Text.Json;
using ComplianceRules.Tests;

namespace ComplianceRules.External.Tests.Schemas;

/// <summary>The validator that editors use, from npm; <c>.ci/run</c> installs it below <c>artifacts/node</c>.</summary>
internal static class Ajv
{
    private const string FolderVariable = "COMPLIANCE_NODE_MODULES";

    /// <summary>The errors of each document against its schema; none where it is valid.</summary>
    /// <param name="documents">The schema's name, such as <c>pack</c>, and the JSON text.</param>
    public static async Task<string[][]> Validate(params (string Schema, string Document)[] documents)
    {
        string modules = Environment.GetEnvironmentVariable(FolderVariable) ?? RepositoryRoot.Combine("artifacts/node/node_modules");
        Assert.True(Directory.Exists(Path.Combine(modules, "ajv")), $"ajv is not in {modules}: run .ci/run, or `npm install --prefix artifacts/node ajv@8.20.0`");
        string input = JsonSerializer.Serialize(documents.Select(d => new { schema = RepositoryRoot.Combine($"rulepacks/{d.Schema}.schema.json"), document = d.Document }));
        string script = Path.Combine(AppContext.BaseDirectory, "Schemas", "validate.cjs");
        ExternalProcess node = await ExternalProcess.Run(
            RepositoryRoot.Path, input, new Dictionary<string, string> { ["NODE_PATH"] = modules }, "node", script);
        Assert.True(node.ExitCode == 0, node.Error);
        return JsonSerializer.Deserialize<string[][]>(node.Output)!;
    }
}
