using System.Diagnostics;
using System.Text;
using System.Text.Json;
using ComplianceRules.Tests;

namespace ComplianceRules.External.Tests.Schemas;

/// <summary>The validator that editors use, from npm; <c>.ci/run</c> installs it below <c>artifacts/node</c>.</summary>
internal static class Ajv
{
    private const string FolderVariable = "COMPLIANCE_NODE_MODULES";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // One for all tests: starting it and reading the schemas takes longer than a document does.
    private static readonly Lazy<Process> Validator = new(Started);
    private static readonly SemaphoreSlim Turns = new(1);

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
        await Turns.WaitAsync();
        try
        {
            await Validator.Value.StandardInput.WriteLineAsync(input);
            await Validator.Value.StandardInput.FlushAsync();
            string? answer = await Validator.Value.StandardOutput.ReadLineAsync().WaitAsync(Patience);
            Assert.True(answer is not null, "the validator has ended: see the errors above");
            return JsonSerializer.Deserialize<string[][]>(answer)!;
        }
        finally
        {
            Turns.Release();
        }
    }

    // It ends with the tests, for then its standard input does.
    private static Process Started()
    {
        Module("ajv");
        UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
        ProcessStartInfo start = new("node", [Path.Combine(AppContext.BaseDirectory, "Schemas", "validate.cjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
        };
        start.Environment["NODE_PATH"] = Modules;
        return Process.Start(start)!;
    }
}
