using System.Text.Json;

namespace ComplianceRules.Cli.Tests.Commands;

public sealed class WaiversCommandTests : IDisposable
{
    private const string Facts = """
        { "schemaVersion": 1, "date": "2026-09-01", "covers": ["370322"], "schools": [ { "id": "s1", "region": "370322", "classes": [ { "id": "1", "enrolment": 46 }, { "id": "2", "enrolment": 45 } ] } ] }
        """;

    private readonly TempFolder _folder = new TempFolder().WithPack();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Waivers_of_a_file_excuse_a_breach_and_the_exit_code()
    {
        Assert.Equal(1, Evaluate(null).Code);
        Tool waived = Evaluate(File(Waiver("class:s1/1")));
        Assert.Equal(0, waived.Code);
        Assert.Contains("waived by county bureau under Order 7: building work; until 2026-12-31", waived.Output.Replace("\n", " ", StringComparison.Ordinal).Replace("      ", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("Waivers to look at", waived.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_lists_the_waivers_to_look_at()
    {
        Tool told = Evaluate(File(Waiver("class:s1/1"), Waiver("class:s1/2"), Waiver("class:s1/9")), "--waivers-ending", "200");
        Assert.Contains("Waivers to look at: 3", told.Output, StringComparison.Ordinal);
        Assert.Contains("unused", told.Output, StringComparison.Ordinal);
        using JsonDocument report = JsonDocument.Parse(Evaluate(File(Waiver("class:s1/1"), Waiver("class:s1/2"), Waiver("class:s1/9")), "--format", "json").Output);
        Assert.Equal(["", "unused", "unknownSubject"], report.RootElement.GetProperty("waivers").EnumerateArray().Select(w => string.Join(' ', w.GetProperty("issues").EnumerateArray().Select(i => i.GetString()))));
        Assert.Equal("waivers.json(1,107)", report.RootElement.GetProperty("findings").EnumerateArray().Single(f => f.GetProperty("verdict").GetString() == "Waived").GetProperty("waiver").GetProperty("place").GetString());
    }

    [Theory]
    [InlineData("class:s1/1", 0, "waivers: 1; to look at: 0")]
    [InlineData("class:s1/2", 1, "unused: nothing it reaches breaks the rule")]
    public void The_list_of_waivers_stands_alone(string subject, int code, string says)
    {
        Tool list = List(File(Waiver(subject)));
        Assert.Equal(code, list.Code);
        Assert.Contains(says, list.Output, StringComparison.Ordinal);
        Assert.Contains("waivers.json(1,107)", list.Output, StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(List(File(Waiver(subject)), "--format", "json").Output);
        Assert.Equal(subject, json.RootElement[0].GetProperty("subject").GetString());
    }

    [Theory]
    [InlineData("121", 1)]
    [InlineData("120", 0)]
    public void How_soon_is_soon_is_an_option(string days, int code) => Assert.Equal(code, List(File(Waiver("class:s1/1")), "--ending", days).Code);

    [Fact]
    public void A_file_that_is_wrong_or_not_there_gives_3()
    {
        Tool wrong = List(File(Waiver("class:s1/1").Replace("\"rule\": \"", "\"rule\": \"x", StringComparison.Ordinal)));
        Assert.Equal(3, wrong.Code);
        Assert.Contains("waivers.json(1,117): error CR3100: there is no rule", wrong.Error, StringComparison.Ordinal);
        Assert.Equal(3, List(_folder.Path + "/none.json").Code);
        Assert.Equal(64, List(File(Waiver("class:s1/1")), "--ending", "-1").Code);
    }

    [Fact]
    public void An_explanation_names_the_waiver()
    {
        Tool told = Tool.Run("explain", _folder.Write("s.json", Facts), "--packs", _folder.Packs, "--subject", "class:s1/1", "--rule", "most", "--waivers", File(Waiver("class:s1/1")), "--format", "json");
        Assert.Equal(0, told.Code);
        using JsonDocument json = JsonDocument.Parse(told.Output);
        Assert.Equal(("Waived", "waiver"), (json.RootElement.GetProperty("finding").GetProperty("verdict").GetString(), json.RootElement.GetProperty("finding").GetProperty("waiver").GetProperty("kind").GetString()));
    }

    private static string Waiver(string subject) => $$"""
        { "rule": "most", "subject": "{{subject}}", "from": "2026-01-01", "until": "2026-12-31", "kind": "waiver", "authority": { "zh": "县教育局", "en": "county bureau" }, "instrument": "o", "reason": { "zh": "修缮", "en": "building work" } }
        """.Trim();

    private string File(params string[] waivers) =>
        _folder.Write("waivers.json", "{ \"instruments\": { \"o\": { \"title\": { \"zh\": \"7号令\", \"en\": \"Order 7\" }, \"certainty\": \"read\" } }, \"waivers\": [" + string.Join(", ", waivers) + "] }");

    private Tool Evaluate(string? waivers, params string[] more) =>
        Tool.Run(["evaluate", _folder.Write("s.json", Facts), "--packs", _folder.Packs, .. waivers is null ? (string[])[] : ["--waivers", waivers], .. more]);

    private Tool List(string waivers, params string[] more) => Tool.Run(["waivers", _folder.Write("s.json", Facts), "--packs", _folder.Packs, "--waivers", waivers, .. more]);
}
