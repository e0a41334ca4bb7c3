using System.Globalization;
using System.Text;
using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Reports;

namespace ComplianceRules.Tests.Reports;

public sealed class SarifDiagnosticWriterTests
{
    private static readonly Diagnostic Unknown = new(DiagnosticCodes.UnknownRowKey, new SourceSpan("packs/a/pack.json", 12, 5, 4, "    \"size\": 1"), "class", "enrollment") { DidYouMean = "enrolment" };

    [Theory]
    [InlineData(TextLanguage.English, "did you mean `enrolment`?")]
    [InlineData(TextLanguage.Chinese, "是否指 `enrolment`？")]
    public void A_result_says_what_happened_and_what_helps(TextLanguage language, string help)
    {
        JsonElement result = Assert.Single(Results(language, Unknown));
        string text = result.GetProperty("message").GetProperty("text").GetString()!;
        Assert.StartsWith(Unknown.Message(language), text, StringComparison.Ordinal);
        Assert.Contains(help, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_in_a_text_is_a_region_whose_end_is_not_included()
    {
        JsonElement place = Place(Unknown);
        Assert.Equal(("packs/a/pack.json", "%SRCROOT%"), (place.GetProperty("artifactLocation").GetProperty("uri").GetString(), place.GetProperty("artifactLocation").GetProperty("uriBaseId").GetString()));
        JsonElement region = place.GetProperty("region");
        Assert.Equal((12, 5, 9), (region.GetProperty("startLine").GetInt32(), region.GetProperty("startColumn").GetInt32(), region.GetProperty("endColumn").GetInt32()));
    }

    [Fact]
    public void A_cell_of_a_table_has_a_line_and_no_column() =>
        Assert.Equal("""{"startLine":3}""", JsonSerializer.Serialize(Place(new Diagnostic(DiagnosticCodes.UnknownRowKey, new SourceSpan("a.csv", 3, 2), "a", "b")).GetProperty("region")));

    [Fact]
    public void A_cell_of_a_workbook_is_a_logical_place()
    {
        JsonElement location = Location(new Diagnostic(DiagnosticCodes.UnknownRowKey, new SourceSpan("a.xlsx", 7, 3) { Sheet = "班级" }, "a", "b"));
        Assert.False(location.GetProperty("physicalLocation").TryGetProperty("region", out _));
        Assert.Equal("班级!C7", location.GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString());
    }

    [Fact]
    public void A_whole_file_has_no_region_and_what_has_no_place_no_location()
    {
        Assert.False(Place(new Diagnostic(DiagnosticCodes.UnknownRowKey, SourceSpan.Whole("a.json"), "a", "b")).TryGetProperty("region", out _));
        Assert.False(Assert.Single(Results(TextLanguage.English, new Diagnostic(DiagnosticCodes.UnknownRowKey, null, "a", "b"))).TryGetProperty("locations", out _));
    }

    [Fact]
    public void Each_code_is_a_rule_once_and_results_point_at_it()
    {
        Diagnostic other = new(DiagnosticCodes.UnknownSnapshotKey, null, "x");
        JsonElement run = Run(TextLanguage.English, Unknown, other, Unknown);
        JsonElement[] rules = [.. run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()];
        Assert.Equal(2, rules.Length);
        Assert.All(run.GetProperty("results").EnumerateArray(), r => Assert.Equal(r.GetProperty("ruleId").GetString(), rules[r.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString()));
        Assert.All(rules, r => Assert.DoesNotContain("{0}", r.GetRawText(), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_code_of_the_library_can_be_a_rule()
    {
        Diagnostic[] all = [.. DiagnosticTexts.Codes.Select(c => new Diagnostic(new DiagnosticCode(int.Parse(c.AsSpan(2), CultureInfo.InvariantCulture), DiagnosticSeverity.Error), null, ["a", "b", "c", "d", "e", "f", "g", "h"]))];
        foreach (TextLanguage language in Enum.GetValues<TextLanguage>())
            Assert.All(Run(language, all).GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray(), r => Assert.NotEmpty(r.GetProperty("help").GetProperty("text").GetString()!));
    }

    [Fact]
    public void Nothing_found_is_a_run_without_results() => Assert.Empty(Results(TextLanguage.English));

    private static JsonElement Place(Diagnostic diagnostic) => Location(diagnostic).GetProperty("physicalLocation");

    private static JsonElement Location(Diagnostic diagnostic) => Assert.Single(Results(TextLanguage.English, diagnostic)).GetProperty("locations")[0];

    private static JsonElement[] Results(TextLanguage language, params Diagnostic[] diagnostics) => [.. Run(language, diagnostics).GetProperty("results").EnumerateArray()];

    private static JsonElement Run(TextLanguage language, params Diagnostic[] diagnostics)
    {
        using MemoryStream output = new();
        SarifDiagnosticWriter.Write(diagnostics, "check", language, output);
        return JsonDocument.Parse(Encoding.UTF8.GetString(output.ToArray())).RootElement.GetProperty("runs")[0];
    }
}
