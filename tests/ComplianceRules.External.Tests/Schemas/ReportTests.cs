using ComplianceRules.Tests;

namespace ComplianceRules.External.Tests.Schemas;

public sealed class ReportTests
{
    private const string Golden = "tests/ComplianceRules.Tests/Golden";

    [Theory]
    [InlineData("report.approved.json")]
    [InlineData("report-empty.approved.json")]
    public async Task The_approved_reports_keep_the_schema(string name) => Assert.Empty(Assert.Single(await Ajv.Validate(("assessment", Read(name)))));

    [Fact]
    public async Task The_approved_explanations_keep_their_schema()
    {
        string[] files = Directory.GetFiles(RepositoryRoot.Combine("tests/ComplianceRules.Cli.Tests/Golden"), "explain.*.approved.json");
        Assert.Equal(5, files.Length);
        Assert.All(await Ajv.Validate([.. files.Select(f => ("explanation", File.ReadAllText(f)))]), Assert.Empty);
    }

    [Theory]
    [InlineData("\"state\": \"known\"", "\"state\": \"Known\"")]
    [InlineData("\"kind\": \"list\"", "\"kind\": \"rows\"")]
    [InlineData("\"more\": 0", "\"more\": -1")]
    [InlineData("\"packVersion\": ", "\"version\": ")]
    [InlineData("\"holds\": {", "\"hold\": {")]
    public async Task A_spoilt_explanation_is_refused(string part, string spoilt)
    {
        string good = File.ReadAllText(RepositoryRoot.Combine("tests/ComplianceRules.Cli.Tests/Golden/explain.share-of-school.approved.json"));
        Assert.Contains(part, good, StringComparison.Ordinal);
        Assert.NotEmpty(Assert.Single(await Ajv.Validate(("explanation", good.Replace(part, spoilt, StringComparison.Ordinal)))));
    }

    [Theory]
    [InlineData("\"schemaVersion\": 1", "\"schemaVersion\": 2")]
    [InlineData("\"asOf\": \"2026-09-01\"", "\"asOf\": \"2026\"")]
    [InlineData("\"filtered\": 7", "\"filtered\": -1")]
    [InlineData("\"code\": \"CR4014\"", "\"code\": \"4014\"")]
    [InlineData("\"verdict\": \"Waived\"", "\"verdict\": \"waived\"")]
    [InlineData("\"severity\": \"violation\"", "\"severity\": \"Violation\"")]
    [InlineData("\"rows\": 90,", "")]
    [InlineData("\"subject\": null", "\"subject\": { \"table\": \"class\", \"id\": \"1\", \"name\": null }")]
    [InlineData("\"observed\": false", "\"observed\": []")]
    [InlineData("\"margin\": -20", "\"margin\": \"-20\"")]
    [InlineData("\"school.stages\": \"outOfRange\"", "\"school.stages\": \"absent\"")]
    [InlineData("\"notInForce\": [", "\"notinforce\": [")]
    public async Task A_spoilt_report_is_refused(string part, string spoilt)
    {
        string good = Read("report.approved.json");
        Assert.Contains(part, good, StringComparison.Ordinal);
        Assert.NotEmpty(Assert.Single(await Ajv.Validate(("assessment", good.Replace(part, spoilt, StringComparison.Ordinal)))));
    }

    private static string Read(string name) => File.ReadAllText(RepositoryRoot.Combine($"{Golden}/{name}"));
}
