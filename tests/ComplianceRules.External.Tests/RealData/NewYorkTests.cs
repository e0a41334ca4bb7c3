using System.Globalization;
using System.Text.Json;

namespace ComplianceRules.External.Tests.RealData;

/// <summary>25,435 real class groups, judged by the tool; every number was counted by other means before.</summary>
public sealed class NewYorkTests(NewYorkAnswer answer) : IClassFixture<NewYorkAnswer>
{
    private const int Groups = 25_435;
    private const int WithinCap = 7_446;
    private const int Capped = 24_083;

    private readonly JsonElement _answer = answer.Json;

    [Theory]
    [InlineData("class-size.k3", 931, 3_717)]
    [InlineData("class-size.4-8", 2_778, 6_410)]
    [InlineData("class-size.9-12", 3_737, 6_510)]
    public void Each_grade_band_has_its_counts(string rule, int compliant, int nonCompliant)
    {
        JsonElement counts = Counts(_answer, rule);
        Assert.Equal((compliant, nonCompliant, 0, Groups - compliant - nonCompliant, 0), Numbers(counts));
    }

    [Fact]
    public void Every_row_is_judged_or_accounted_for()
    {
        JsonElement data = _answer.GetProperty("data");
        Assert.Equal(Groups, data.GetProperty("rows").GetProperty("class").GetInt32());
        Assert.Equal(1_454, data.GetProperty("rows").GetProperty("school").GetInt32());
        Assert.Equal(1_449, data.GetProperty("filtered").GetInt32());
        Assert.Empty(data.GetProperty("issues").EnumerateArray());
    }

    [Fact]
    public void The_cut_off_record_is_listed_with_its_line()
    {
        JsonElement skipped = Assert.Single(_answer.GetProperty("data").GetProperty("skipped").EnumerateArray());
        Assert.Equal(NewYorkData.CutOffLine, skipped.GetProperty("line").GetInt32());
        Assert.EndsWith("nyc-class-size-2010-11.csv", skipped.GetProperty("file").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_leave_to_skip_the_cut_off_record_refuses_the_file()
    {
        ExternalProcess run = await NewYorkData.Evaluate("--as-of", "2023-10-01");
        Assert.Equal(4, run.ExitCode);
        Assert.Contains(NewYorkData.CutOffLine.ToString(CultureInfo.InvariantCulture), run.Error, StringComparison.Ordinal);
        JsonElement problem = Assert.Single(JsonDocument.Parse(run.Output).RootElement.EnumerateArray());
        Assert.Equal((NewYorkData.CutOffLine, "CR4058", "error"), (problem.GetProperty("line").GetInt32(), problem.GetProperty("code").GetString(), problem.GetProperty("severity").GetString()));
    }

    [Fact]
    public void The_city_has_enough_classes_within_their_cap_for_2023()
    {
        (int compliant, int nonCompliant, int undetermined, int _, int _) = Numbers(Counts(_answer, "class-size.phase-in"));
        Assert.Equal((1, 0, 0), (compliant, nonCompliant, undetermined));
    }

    [Fact]
    public async Task The_city_has_too_few_classes_within_their_cap_for_2024()
    {
        JsonElement answer = await NewYorkData.Judge("2024-10-01", "--rule", "class-size.phase-in");
        (int compliant, int nonCompliant, int undetermined, int _, int _) = Numbers(Counts(answer, "class-size.phase-in"));
        Assert.Equal((0, 1, 0), (compliant, nonCompliant, undetermined));
        JsonElement finding = Assert.Single(answer.GetProperty("findings").EnumerateArray());
        Assert.Equal("region", finding.GetProperty("subject").GetProperty("table").GetString());
        Assert.Equal("US-NY-NYC", finding.GetProperty("subject").GetProperty("id").GetString());
        Assert.Equal(100.0 * WithinCap / Capped, finding.GetProperty("observed").GetDouble(), 3);
        Assert.Equal(40, finding.GetProperty("limit").GetDouble());
        Assert.Equal("%", finding.GetProperty("unit").GetString());
    }

    [Fact]
    public async Task Groups_of_1454_schools_are_judged_and_those_across_the_bands_have_no_cap()
    {
        JsonElement answer = await NewYorkData.Judge("2023-10-01", "--all", "--area", "class_size");
        string[] bands = ["class-size.k3", "class-size.4-8", "class-size.9-12"];
        IEnumerable<string> none = answer.GetProperty("findings").EnumerateArray()
            .Where(finding => bands.Contains(RuleOf(finding)) && finding.GetProperty("verdict").GetString() == "NotApplicable")
            .GroupBy(finding => finding.GetProperty("subject").GetProperty("id").GetString()!)
            .Where(group => group.Select(RuleOf).Distinct().Count() == bands.Length)
            .Select(group => group.Key);
        Assert.Equal(1_454, answer.GetProperty("findings").EnumerateArray().Where(finding => bands.Contains(RuleOf(finding))).Select(SchoolOf).Distinct().Count());
        Assert.Equal(Groups - Capped, none.Count());
        Assert.Equal(1_352, Groups - Capped);
    }

    private static string RuleOf(JsonElement finding) => finding.GetProperty("rule").GetString()!.Split('/')[1];

    // The id of a class is that of its school, a slash, and its own.
    private static string SchoolOf(JsonElement finding) => finding.GetProperty("subject").GetProperty("id").GetString()!.Split('/')[0];

    private static JsonElement Counts(JsonElement answer, string rule) => answer.GetProperty("summary").GetProperty("byRule").GetProperty($"{NewYorkData.Pack}/{rule}");

    private static (int Compliant, int NonCompliant, int Undetermined, int NotApplicable, int Waived) Numbers(JsonElement counts) => (
        counts.GetProperty("compliant").GetInt32(),
        counts.GetProperty("nonCompliant").GetInt32(),
        counts.GetProperty("undetermined").GetInt32(),
        counts.GetProperty("notApplicable").GetInt32(),
        counts.GetProperty("waived").GetInt32());
}
