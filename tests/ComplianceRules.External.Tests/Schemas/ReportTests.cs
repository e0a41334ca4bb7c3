using ComplianceRules.Tests;

namespace ComplianceRules.External.Tests.Schemas;

public sealed class ReportTests
{
    private const string Golden = "tests/ComplianceRules.Tests/Golden";

    [Theory]
    [InlineData("report.approved.json")]
    [InlineData("report-empty.approved.json")]
    public async Task The_approved_reports_keep_the_schema(string name) => Assert.Empty(Assert.Single(await Ajv.Validate(("assessment", Read(name)))));

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
