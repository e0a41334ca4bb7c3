using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using ComplianceRules.Tests.Golden;

namespace ComplianceRules.Samples.Tests.Api;

public sealed class ApiAnswersTests(ApiHost host) : IClassFixture<ApiHost>
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_school_of_the_description_gets_the_answer_of_the_description()
    {
        using HttpResponseMessage answer = await host.PostAsync("/schools/evaluate", ApiHost.Example("school.json"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        ApprovedFile.Match("samples/api/Examples/school-answer.json", JsonSerializer.Serialize(await ApiHost.JsonAsync(answer), Indented) + "\n");
    }

    [Fact]
    public async Task A_snapshot_gets_the_verdicts_that_its_school_gets_alone()
    {
        using HttpResponseMessage many = await host.PostAsync("/snapshots/evaluate", ApiHost.Example("snapshot.json"));
        using HttpResponseMessage one = await host.PostAsync(
            "/schools/evaluate", """{ "asOf": "2026-09-01", "id": "demo-1", "region": "370322", "stages": ["primary"], "classes": [{ "id": "301", "grade": 3, "enrolment": 45, "writtenMinutes": 61 }, { "id": "302", "grade": 3, "enrolment": 58, "writtenMinutes": 60 }] }""");
        string[] breaches = Breaches(await ApiHost.JsonAsync(many));
        Assert.NotEmpty(breaches);
        Assert.Equal(breaches, Breaches(await ApiHost.JsonAsync(one)));
    }

    [Theory]
    [InlineData("zh-CN,en;q=0.5", true)]
    [InlineData("en,zh;q=0.9", false)]
    [InlineData("fr", false)]
    [InlineData("*", false)]
    [InlineData(";;;=", false)]
    public async Task Messages_are_in_the_language_that_is_liked_best(string accepted, bool isChinese)
    {
        using HttpResponseMessage answer = await host.PostAsync("/schools/evaluate", ApiHost.Example("school.json"), language: accepted);
        JsonElement finding = (await ApiHost.JsonAsync(answer)).GetProperty("findings")[0];
        Assert.Equal(isChinese, finding.GetProperty("message").GetString()!.Any(c => c > '\u2E80'));
    }

    [Fact]
    public async Task What_an_answer_does_not_list_it_counts()
    {
        using ApiHost few = new(new() { ["Api:MostFindings"] = "1" });
        using HttpResponseMessage answer = await few.PostAsync("/schools/evaluate", ApiHost.Example("school.json"));
        using HttpResponseMessage all = await host.PostAsync("/schools/evaluate", ApiHost.Example("school.json"));
        JsonElement cut = await ApiHost.JsonAsync(answer);
        JsonElement whole = await ApiHost.JsonAsync(all);
        Assert.Equal(1, cut.GetProperty("findings").GetArrayLength());
        Assert.Equal(whole.GetProperty("findings").GetArrayLength() - 1, cut.GetProperty("findingsLeftOut").GetInt32());
        Assert.Equal(whole.GetProperty("counts").ToString(), cut.GetProperty("counts").ToString());
    }

    [Fact]
    public async Task It_is_healthy_and_says_which_packs_are_in_force()
    {
        Assert.Equal("Healthy", await host.Client.GetStringAsync("/health"));
        using HttpResponseMessage answer = await host.Client.GetAsync("/packs");
        JsonElement packs = await ApiHost.JsonAsync(answer);
        Assert.Equal("loaded", packs.GetProperty("lastLoad").GetString());
        Assert.Equal(["cn", "cn-370322", "us-ny-nyc"], packs.GetProperty("packs").EnumerateArray().Select(p => p.GetProperty("id").GetString()));
    }

    private static string[] Breaches(JsonElement answer) =>
        [.. answer.GetProperty("findings").EnumerateArray().Where(f => f.GetProperty("verdict").GetString() == "nonCompliant" && !f.GetProperty("subject").GetString()!.StartsWith("region", StringComparison.Ordinal)).Select(f => f.ToString())];
}
