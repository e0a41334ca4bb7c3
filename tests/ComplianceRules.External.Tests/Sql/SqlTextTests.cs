using System.Collections.Immutable;
using System.Text.Json;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Packs;
using ComplianceRules.Sql;
using ComplianceRules.Tests;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.External.Tests.Sql;

/// <summary>Dialects that nothing here runs are held to their syntax by parsers of others.</summary>
public sealed class SqlTextTests
{
    private const string Hostile = "it's \\ '' \\' `; DROP TABLE school; -- /* \\u0027 \t  四";
    private static readonly DateOnly Day = new(2026, 9, 1);

    public static TheoryData<string> Printed => [.. SqlDialect.All.Where(d => d.IsTextOnly).Select(d => d.Name)];

    [Theory]
    [MemberData(nameof(Printed))]
    public async Task Statements_have_the_syntax_of_the_dialect(string name)
    {
        Catalogue packs = PackChecker.Check(PackReader.ReadDirectory(RepositoryRoot.Combine("rulepacks")).Value).Value;
        SqlScript script = SqlPlan.For(packs, Day, Dialect(name)).Script(RegionCode.Parse("110101"), new SqlOptions { Areas = ["class_size"] });
        ImmutableArray<string> statements = [.. script.Queries.Concat(Odd(name).Queries).Select(q => q.Statement.Text)];
        string[][] errors = await SqlSyntax.Errors(script.Dialect, statements.Append("SELECT 1 FROM (SELECT 'a'b' AS x) AS"));
        Assert.True(statements.Length > 5, $"{statements.Length} statements");
        Assert.Empty(errors[..^1].SelectMany(e => e));
        Assert.NotEmpty(errors[^1]);
    }

    [Theory]
    [InlineData("sparksql", """'it\'s \\ \'\' \\\' `; DROP""")]
    [InlineData("trino", """U&'it''s \\ '''' \\'' `; DROP""")]
    public void Values_stand_in_the_text_as_literals(string name, string literal)
    {
        SqlScript script = Odd(name);
        Assert.All(script.Queries, q => Assert.Empty(q.Statement.Parameters));
        Assert.Contains(literal, Assert.Single(script.Queries, q => q.Kind == SqlQueryKind.Counts).Statement.Text, StringComparison.Ordinal);
    }

    // A rule that speaks of what ends a literal, or a statement, where it is not escaped.
    private static SqlScript Odd(string dialect)
    {
        string text = Hostile.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal);
        string rule = PackText.Rule("r", $"\"require\": {JsonSerializer.Serialize($"called != '{text}'")}");
        using TempPacks folder = TempPacks.One(PackText.Pack("p", facts: """{ "class": { "fields": { "called": { "type": "text" } } } }""", rules: $"[{rule}]"));
        Catalogue packs = PackChecker.Check(PackReader.ReadDirectory(folder.Path).Value).Value;
        return SqlPlan.For(packs, Day, Dialect(dialect)).Script(RegionCode.Parse("CN"));
    }

    private static SqlDialect Dialect(string name) => SqlDialect.All.Single(d => d.Name == name);
}
