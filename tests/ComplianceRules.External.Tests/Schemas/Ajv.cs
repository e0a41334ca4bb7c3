using System.Text.Json;
using ComplianceRules.Tests;

namespace ComplianceRules.External.Tests.Schemas;

/// <summary>The validator that editors use, from npm; <c>.ci/run</c> installs it below <c>artifacts/node</c>.</summary>
internal static class Ajv
{
    private const string FolderVariable = "COMPLIANCE_NODE_MODULES";

    /// <summary>The errors of each document against its schema; none where it is valid.</summary>
    /// <param name="documents">The schema's name, such as <c>pack</c>, and the JSON text.</param>
    public static Task<string[][]> Validate(params (string Schema, string Document)[] documents) =>
        Validate(JsonSerializer.Serialize(documents.Select(d => new { schema = RepositoryRoot.Combine($"rulepacks/{d.Schema}.schema.json"), document = d.Document })));

    /// <summary>The errors of a document against a schema of others; none where it is valid.</summary>
    /// <param name="schema">The schema's path.</param>
    /// <param name="document">The JSON text.</param>
    public static Task<string[][]> ValidateBy(string schema, string document) => Validate(JsonSerializer.Serialize(new[] { new { schema, document, foreign = true } }));

    /// <summary>The path of what a package of npm brings along; where it is missing the test fails.</summary>
    /// <param name="path">The package and the file in it.</param>
    public static string Module(string path)
    {
        string found = Path.Combine(Modules, path);
        Assert.True(Path.Exists(found), $"{path} is not in {Modules}: run .ci/run");
        return found;
    }

    private static string Modules => Environment.GetEnvironmentVariable(FolderVariable) ?? RepositoryRoot.Combine("artifacts/node/node_modules");

    private static async Task<string[][]> Validate(string input)
    {
        Module("ajv");
        string script = Path.Combine(AppContext.BaseDirectory, "Schemas", "validate.cjs");
        ExternalProcess node = await ExternalProcess.Run(
            RepositoryRoot.Path, input, new Dictionary<string, string> { ["NODE_PATH"] = Modules }, "node", script);
        Assert.True(node.ExitCode == 0, node.Error);
        return JsonSerializer.Deserialize<string[][]>(node.Output)!;
    }
}
