using System.Text.Json;
using ComplianceRules.External.Tests.Schemas;
using ComplianceRules.Sql;

namespace ComplianceRules.External.Tests.Sql;

/// <summary>Parsers of SQL dialects, from npm; <c>.ci/run</c> installs them below <c>artifacts/node</c>.</summary>
internal static class SqlSyntax
{
    /// <summary>The errors of each statement; none where its syntax is right.</summary>
    /// <param name="dialect">The dialect.</param>
    /// <param name="statements">The statements, without the semicolon at the end.</param>
    public static async Task<string[][]> Errors(SqlDialect dialect, params IEnumerable<string> statements)
    {
        Dictionary<string, string> modules = new() { ["NODE_PATH"] = Path.GetDirectoryName(Ajv.Module("dt-sql-parser"))! };
        string input = JsonSerializer.Serialize(new { dialect = dialect.Name, statements });
        ExternalProcess run = await ExternalProcess.Run(AppContext.BaseDirectory, input, modules, "node", "Sql/parse.cjs");
        Assert.True(run.ExitCode == 0, run.Error);
        return JsonSerializer.Deserialize<string[][]>(run.Output)!;
    }
}
