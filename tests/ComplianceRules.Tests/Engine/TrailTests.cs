using ComplianceRules.Findings;
using static ComplianceRules.Tests.Packs.PackText;

namespace ComplianceRules.Tests.Engine;

public sealed class TrailTests
{
    private const string Class = """{ "id": "1", "enrolment": 299 }""";

    private static readonly string Rules = $"[{Rule("size", "\"limit\": { \"of\": \"enrolment\", \"max\": \"$most\" }").Replace("2020", "2021", StringComparison.Ordinal)}]";

    [Fact]
    public void A_nation_that_tightens_above_a_county_overtakes_it_from_that_day_on()
    {
        string nation = Nation("lower", """{ "from": "2021-01-01", "value": 60 }, { "from": "2027-01-01", "value": 30 }""");
        string county = County("""{ "from": "2022-01-01", "value": 45 }""");
        Assert.Equal(["InForce 45 z 2022-01-01", "Tightened 60 n 2021-01-01"], Trail([nation, county], "2026-12-31"));
        Assert.Equal(["InForce 30 n 2027-01-01", "Overtaken 45 z 2022-01-01", "Superseded 60 n 2021-01-01"], Trail([nation, county], "2027-01-01"));
    }

    [Fact]
    public void A_relaxed_value_takes_the_place_of_a_stricter_one_and_says_by_which_law()
    {
        string county = County("""{ "from": "2022-01-01", "value": 70 }""", "\"relaxes\": { \"authority\": \"省厅\", \"instrument\": \"law\", \"clause\": \"9\" }, ");
        Finding finding = Found([Nation("lower", """{ "from": "2021-01-01", "value": 60 }"""), county], "2026-09-01");
        Assert.Equal(["InForce 70 z 2022-01-01", "Relaxed 60 n 2021-01-01"], finding.LimitTrail.Select(Shown));
        FindingRelaxation relaxation = Assert.Single(finding.Relaxations);
        Assert.Equal(("省厅", "z", "law", "9", new DateOnly(2022, 1, 1)), (relaxation.Authority.Chinese, relaxation.Source.Pack, relaxation.Source.Instrument.Id, relaxation.Source.Clause, relaxation.Source.Since));
    }

    [Fact]
    public void A_pack_further_in_than_a_relaxed_value_tightens_that_one()
    {
        string province = Pack("p", "370000", parameters: """{ "most": { "relaxes": { "authority": "部", "instrument": "law" }, "values": [ { "from": "2022-01-01", "value": 70 } ] } }""", more: ", \"extends\": \"n\"");
        string county = County("""{ "from": "2023-01-01", "value": 65 }""");
        Assert.Equal(["InForce 65 z 2023-01-01", "Relaxed 60 n 2021-01-01", "Tightened 70 p 2022-01-01"], Trail([Nation("lower", """{ "from": "2021-01-01", "value": 60 }"""), province, county], "2026-09-01"));
    }

    [Theory]
    [InlineData("lower", "60", "InForce 60 z 2022-01-01; Restated 60 n 2021-01-01")]
    [InlineData("none", "55", "InForce 55 z 2022-01-01; Replaced 60 n 2021-01-01")]
    public void The_trail_says_what_became_of_the_values_further_out(string strictness, string value, string expected) =>
        Assert.Equal(expected, string.Join("; ", Trail([Nation(strictness, """{ "from": "2021-01-01", "value": 60 }"""), County($$"""{ "from": "2022-01-01", "value": {{value}} }""")], "2026-09-01")));

    [Fact]
    public void The_trail_goes_back_over_all_earlier_values_of_the_same_pack()
    {
        string nation = Nation("lower", """{ "from": null, "value": 80 }, { "from": "2021-01-01", "value": 60 }, { "from": "2024-01-01", "value": 50 }""");
        Assert.Equal(["InForce 50 n 2024-01-01", "Superseded 60 n 2021-01-01", "Superseded 80 n "], Trail([nation], "2026-09-01"));
    }

    private static string Nation(string strictness, string values) =>
        Pack("n", parameters: $$"""{ "most": { "unit": "pupil", "strictness": "{{strictness}}", "values": [ {{values}} ] } }""", rules: Rules);

    private static string County(string values, string more = "") =>
        Pack("z", "370322", parameters: $$"""{ "most": { {{more}}"values": [ {{values}} ] } }""", more: ", \"extends\": \"n\"");

    private static IEnumerable<string> Trail(string[] packs, string day) => Found(packs, day).LimitTrail.Select(Shown);

    private static Finding Found(string[] packs, string day) => Assert.Single(Judged.Of(packs, Judged.School(Class), DateOnly.Parse(day, null)).Findings);

    private static string Shown(ValueStep step) => $"{step.Role} {step.Value} {step.Pack} {step.Since:yyyy-MM-dd}";
}
