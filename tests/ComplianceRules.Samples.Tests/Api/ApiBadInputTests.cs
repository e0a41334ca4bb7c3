using System.Net.Http.Headers;
using System.Text.Json;
using ComplianceRules.Tests;

namespace ComplianceRules.Samples.Tests.Api;

public sealed class ApiBadInputTests(ApiHost host) : IClassFixture<ApiHost>
{
    private const string School = "/schools/evaluate";
    private const string Snapshot = "/snapshots/evaluate";
    private const string Json = "application/json";
    private const string Person = "王小明";

    public static TheoryData<string, string, string, int> Requests => new()
    {
        { School, Json, "", 400 },
        { School, Json, "null", 400 },
        { School, Json, "[]", 400 },
        { School, Json, "\"school\"", 400 },
        { School, Json, """{ "asOf": "2026-09-01", """, 400 },
        { School, Json, """{ "asOf": "2026-09-01", "id": "s", "region": "370322" } {}""", 400 },
        { School, Json, """{ "id": "s", "region": "370322" }""", 400 },
        { School, Json, """{ "asOf": null, "id": "s", "region": "370322" }""", 400 },
        { School, Json, """{ "asOf": "2026-02-30", "id": "s", "region": "370322" }""", 400 },
        { School, Json, """{ "asOf": "2026-09-01", "id": null, "region": "370322" }""", 400 },
        { School, Json, """{ "asOf": "2026-09-01", "id": "", "region": "370322" }""", 400 },
        { School, Json, """{ "asOf": "2026-09-01", "id": " ", "region": "370322" }""", 422 },
        { School, Json, """{ "asOf": "2026-09-01", "id": "s", "region": "37032２" }""", 400 },
        { School, Json, """{ "asOf": "2026-09-01", "id": "s", "region": "../../etc" }""", 400 },
        { School, Json, """{ "asOf": "2026-09-01", "id": "s", "id": "t", "region": "370322" }""", 400 },
        { School, Json, """{ "asOf": "2026-09-01", "id": "s", "region": "370322", "pupils": 3 }""", 400 },
        { School, Json, """{ "asOf": "2026-09-01", "id": "\ud800", "region": "370322" }""", 400 },
        { School, Json, """{ "asOf": "2026-09-01", "id": "s", "region": "370322", "classes": {} }""", 400 },
        { School, Json, """{ "asOf": "2026-09-01", "id": "s", "region": "370322", "classes": [null] }""", 422 },
        { School, Json, """{ "asOf": "2026-09-01", "id": "s", "region": "370322", "classes": [{ "id": "1" }, { "id": "1" }] }""", 422 },
        { School, Json, """{ "asOf": "2026-09-01", "id": "s", "region": "370322", "classes": [{ "id": "1", "grade": 99 }] }""", 400 },
        { School, Json, """{ "asOf": "2026-09-01", "id": "s", "region": "370322", "classes": [{ "id": "1", "grade": "3" }] }""", 400 },
        { School, Json, """{ "asOf": "2026-09-01", "id": "s", "region": "370322", "classes": [{ "id": "1", "enrolment": 45.5 }] }""", 400 },
        { School, Json, """{ "asOf": "2026-09-01", "id": "s", "region": "370322", "classes": [{ "id": "1", "enrolment": -1 }] }""", 400 },
        { School, Json, """{ "asOf": "2026-09-01", "id": "s", "region": "370322", "classes": [{ "id": "1", "enrolment": 1e300 }] }""", 400 },
        { School, Json, """{ "asOf": "2026-09-01", "id": "s", "region": "370322", "classes": [{ "id": "1", "writtenMinutes": 1e999 }] }""", 400 },
        { School, Json, """{ "asOf": "2026-09-01", "id": "s", "region": "370322", "classes": [{ "id": "1", "writtenMinutes": NaN }] }""", 400 },
        { School, Json, """{ "asOf": "2026-09-01", "id": "s", "region": "370322", "classes": [{ "id": "1", "writtenMinutes": 1e-400 , "meanSleepHours": 25 }] }""", 400 },
        { School, Json, """{ "asOf": "2026-09-01", "id": "s", "region": "370322", "areas": ["homewrok"] }""", 422 },
        { School, Json, """{ "asOf": "2026-09-01", "id": "s", "region": "370322", "areas": [null] }""", 422 },
        { School, Json, $"{{ \"asOf\": {new string('[', 5_000)}", 400 },
        { School, "text/plain", "{}", 415 },
        { School, "application/xml", "<school/>", 415 },
        { School, "nonsense", "{}", 415 },
        { Snapshot, Json, "", 422 },
        { Snapshot, Json, "null", 422 },
        { Snapshot, Json, """{ "schemaVersion": 1 """, 422 },
        { Snapshot, Json, """{ "schemaVersion": 1, "schools": [] }""", 422 },
        { Snapshot, Json, """{ "schemaVersion": 99, "date": "2026-09-01", "schools": [] }""", 422 },
        { Snapshot, Json, """{ "schemaVersion": 1, "date": "2026-09-01", "schools": [{ "id": "s" }, { "id": "s" }] }""", 422 },
        { Snapshot, Json, $"{{ \"schemaVersion\": 1, \"date\": \"2026-09-01\", \"schools\": {new string('[', 50_000)}", 422 },
        { Snapshot, "text/csv", "id,region\n", 415 },
        { Snapshot, "application/problem", "{}", 415 },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task It_is_answered_by_problem_details_that_say_nothing_of_the_program_and_leaves_no_exception_in_the_log(string path, string contentType, string body, int status)
    {
        using HttpResponseMessage answer = await host.PostAsync(path, body, contentType);
        Assert.Equal(status, (int)answer.StatusCode);
        await AssertProblem(answer);
        // The connection serves whoever comes next.
        using HttpResponseMessage next = await host.PostAsync(School, ApiHost.Example("school.json"));
        Assert.True(next.IsSuccessStatusCode);
        Assert.DoesNotContain("Exception", host.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "the data is refused", "`id` stands twice in one object")]
    [InlineData("zh", "数据被拒收", "`id`")]
    public async Task Refused_data_is_told_with_code_place_and_text_in_the_callers_language(string language, string detail, string message)
    {
        using HttpResponseMessage answer = await host.PostAsync(Snapshot, "{ \"schemaVersion\": 1, \"date\": \"2026-09-01\",\n  \"schools\": [{ \"id\": \"s\", \"id\": \"t\" }] }", language: language);
        JsonElement problem = await ApiHost.JsonAsync(answer);
        Assert.StartsWith(detail, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        JsonElement first = problem.GetProperty("problems")[0];
        Assert.Equal(("CR4008", "snapshot.json", 2, 28), (first.GetProperty("code").GetString(), first.GetProperty("file").GetString(), first.GetProperty("line").GetInt32(), first.GetProperty("column").GetInt32()));
        Assert.Contains(message, first.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(language == "zh", first.GetProperty("message").GetString()!.Any(c => c > '\u2E80'));
    }

    [Fact]
    public async Task Malformed_JSON_is_told_with_its_place()
    {
        using HttpResponseMessage answer = await host.PostAsync(School, "{\n  \"asOf\": \"2026-09-01\",\n  \"pupils\": 3 }");
        JsonElement problem = await ApiHost.JsonAsync(answer);
        Assert.Equal(("$.pupils", 3), (problem.GetProperty("path").GetString(), problem.GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task Fields_that_are_out_of_range_are_told_one_by_one()
    {
        using HttpResponseMessage answer = await host.PostAsync(School, """{ "asOf": "2026-09-01", "id": "", "region": "37", "classes": [{ "id": "1", "grade": 13 }] }""");
        JsonElement errors = (await ApiHost.JsonAsync(answer)).GetProperty("errors");
        Assert.Equal(["Classes[0].Grade", "Id", "Region"], errors.EnumerateObject().Select(e => e.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_snapshots_number_that_no_fact_can_have_is_unknown_and_told()
    {
        using HttpResponseMessage answer = await host.PostAsync(
            Snapshot, """{ "schemaVersion": 1, "date": "2026-09-01", "schools": [{ "id": "s", "region": "370322", "classes": [{ "id": "1", "grade": 3, "enrolment": 1e999 }] }] }""");
        JsonElement done = await ApiHost.JsonAsync(answer);
        Assert.Equal("CR4024", done.GetProperty("issues")[0].GetProperty("code").GetString());
        Assert.Equal(0, done.GetProperty("counts").GetProperty("nonCompliant").GetInt32());
    }

    [Theory]
    [InlineData(School, false)]
    [InlineData(School, true)]
    [InlineData(Snapshot, false)]
    [InlineData(Snapshot, true)]
    public async Task A_body_beyond_the_limit_is_413_whether_or_not_it_says_how_long_it_is(string path, bool isChunked)
    {
        using ApiHost small = new(new() { ["Api:MostBytesOfASchool"] = "1000", ["Api:MostBytesOfASnapshot"] = "1000" });
        using HttpRequestMessage request = new(HttpMethod.Post, path) { Content = new ByteArrayContent([.. "{ \"asOf\": \""u8, .. Enumerable.Repeat((byte)'2', 3_000)]) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(Json);
        request.Headers.TransferEncodingChunked = isChunked;
        using HttpResponseMessage answer = await small.Client.SendAsync(request);
        Assert.Equal(413, (int)answer.StatusCode);
        await AssertProblem(answer);
        using HttpResponseMessage next = await small.PostAsync(School, ApiHost.Example("school.json"));
        Assert.True(next.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Names_of_persons_and_ids_that_somebody_sends_are_not_logged()
    {
        string[] bodies =
        [
            $$"""{ "asOf": "2026-09-01", "id": "{{Person}}", "name": "{{Person}}", "region": "370322", "classes": [{ "id": "{{Person}}" }] }""",
            $$"""{ "asOf": "2026-09-01", "id": "s", "region": "370322", "classes": [{ "id": "{{Person}}" }, { "id": "{{Person}}" }] }""",
            $$"""{ "asOf": "2026-09-01", "id": "s", "region": "{{Person}}" }""",
            $$"""{ "asOf": "{{Person}}", "id": "s", "region": "370322", "{{Person}}": 1 }""",
            $$"""{ "schemaVersion": 1, "date": "{{Person}}", "schools": [{ "id": "{{Person}}", "{{Person}}": 1 }, { "id": "{{Person}}" }] }""",
        ];
        foreach (string body in bodies)
        {
            (await host.PostAsync(School, body)).Dispose();
            (await host.PostAsync(Snapshot, body)).Dispose();
        }

        Assert.Contains("was refused", host.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(Person, host.Log, StringComparison.Ordinal);
    }

    private static async Task AssertProblem(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        string text = await answer.Content.ReadAsStringAsync();
        JsonElement problem = JsonSerializer.Deserialize<JsonElement>(text);
        Assert.Equal((int)answer.StatusCode, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        Assert.NotEmpty(problem.GetProperty("traceId").GetString()!);
        Assert.All(["   at ", "Exception", "System.", "ApiSample", RepositoryRoot.Path, SmallPacks.Path], word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
    }
}
