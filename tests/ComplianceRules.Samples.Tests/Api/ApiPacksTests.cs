using System.Net;
using System.Text.Json;

namespace ComplianceRules.Samples.Tests.Api;

public sealed class ApiPacksTests : IDisposable
{
    private const string County = "packs/cn-370322/pack.json";

    private readonly TempFolder _folder = new();
    private readonly ApiHost _host;

    public ApiPacksTests() => _host = new ApiHost(new() { ["Api:Packs"] = _folder.WithSmallPacks(), ["Api:AllowReload"] = "true" });

    public void Dispose()
    {
        _host.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Packs_that_were_edited_judge_after_a_reload()
    {
        Edit("\"version\": \"2026.1.0\"", "\"version\": \"2026.1.1\"");
        Assert.Equal("2026.1.0", await VersionThatJudges());
        using HttpResponseMessage reload = await _host.PostAsync("/packs/reload", string.Empty);
        Assert.Equal("loaded", (await ApiHost.JsonAsync(reload)).GetProperty("lastLoad").GetString());
        Assert.Equal("2026.1.1", await VersionThatJudges());
    }

    [Fact]
    public async Task Packs_that_are_wrong_are_told_with_their_place_below_the_folder_and_never_judge()
    {
        Edit("\"region\": \"370322\"", "\"region\": \"37\"");
        using HttpResponseMessage reload = await _host.PostAsync("/packs/reload", string.Empty);
        Assert.Equal(HttpStatusCode.Conflict, reload.StatusCode);
        JsonElement problem = await ApiHost.JsonAsync(reload);
        Assert.Equal("cn-370322/pack.json", problem.GetProperty("problems")[0].GetProperty("file").GetString());
        Assert.DoesNotContain(_folder.Path, problem.ToString(), StringComparison.Ordinal);
        Assert.Equal("2026.1.0", await VersionThatJudges());
        Assert.Equal("Degraded", await _host.Client.GetStringAsync("/health"));
    }

    [Fact]
    public async Task Packs_that_are_gone_leave_the_earlier_ones_in_force()
    {
        Directory.Delete(_folder.At("packs"), recursive: true);
        using HttpResponseMessage reload = await _host.PostAsync("/packs/reload", string.Empty);
        Assert.Contains(reload.StatusCode, new[] { HttpStatusCode.Conflict, HttpStatusCode.ServiceUnavailable });
        Assert.DoesNotContain(_folder.Path, await reload.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("2026.1.0", await VersionThatJudges());
    }

    [Fact]
    public async Task Reloading_is_not_there_unless_the_configuration_allows_it()
    {
        using ApiHost usual = new();
        using HttpResponseMessage answer = await usual.PostAsync("/packs/reload", string.Empty);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private void Edit(string from, string to)
    {
        string path = _folder.At(County);
        string text = File.ReadAllText(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    private async Task<string?> VersionThatJudges()
    {
        using HttpResponseMessage answer = await _host.PostAsync("/schools/evaluate", ApiHost.Example("school.json"));
        return (await ApiHost.JsonAsync(answer)).GetProperty("packs").EnumerateArray().Single(p => p.GetProperty("id").GetString() == "cn-370322").GetProperty("version").GetString();
    }
}
