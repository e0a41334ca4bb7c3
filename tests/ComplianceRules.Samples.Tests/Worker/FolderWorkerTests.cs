using System.Text.Json;
using ComplianceRules.Tests;
using WorkerSample.Folders;

namespace ComplianceRules.Samples.Tests.Worker;

public sealed class FolderWorkerTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Json_ndjson_workbook_and_folder_of_tables_get_reports_that_say_the_same()
    {
        await using RunningWorker worker = await RunningWorker.StartAsync(_folder, SmallPacks.Path);
        string[] names = ["snapshot.json", "snapshot.ndjson", "snapshot.xlsx", "csv"];
        foreach (string name in names) Arrive(Sample(name), name);
        await Waiting.UntilAsync(() => Reports().Length == names.Length && Entries("done").Length == names.Length);
        Assert.All(Reports(), report => Assert.Equal(["report.html", "report.json", "report.md"], Directory.EnumerateFiles(report).Select(Path.GetFileName).Order(StringComparer.Ordinal)));
        Assert.NotEqual("0", Assert.Single(Reports().Select(Breaches).Distinct()));
        Assert.Empty(Entries("inbox"));
        Assert.Empty(Entries("working"));
        Assert.Empty(Entries("rejected"));
    }

    [Theory]
    [InlineData("broken.json", "{ \"schemaVersion\": 1,\n  \"schools\": [", "broken.json(2,")]
    [InlineData("empty.json", "", "CR4010")]
    [InlineData("empty.ndjson", "", "CR")]
    [InlineData("no-day.json", """{ "schemaVersion": 1, "schools": [] }""", "gives no day")]
    [InlineData("letter.docx", "Dear all", ".xlsx")]
    [InlineData("no-workbook.xlsx", "no workbook at all", "no-workbook.xlsx")]
    [InlineData("twice.json", """{ "schemaVersion": 1, "date": "2026-09-01", "schools": [{ "id": "s" }, { "id": "s" }] }""", "twice.json(1,")]
    public async Task Bad_input_is_put_aside_with_its_problems_and_the_next_file_is_judged(string name, string text, string told)
    {
        await using RunningWorker worker = await RunningWorker.StartAsync(_folder, SmallPacks.Path);
        Arrive(Write(name, text), name);
        Arrive(Sample("snapshot.json"), "good.json");
        await Waiting.UntilAsync(() => Entries("rejected").Length == 2 && Entries("done").Length == 1);
        string problems = File.ReadAllText(Assert.Single(Entries("rejected"), e => e.EndsWith(".problems.txt", StringComparison.Ordinal)));
        Assert.Contains(told, problems, StringComparison.Ordinal);
        Assert.DoesNotContain(_folder.Path, problems, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(Assert.Single(Entries("rejected"), e => !e.EndsWith(".txt", StringComparison.Ordinal))));
        Assert.Single(Reports());
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_put_aside_unread()
    {
        await using RunningWorker worker = await RunningWorker.StartAsync(_folder, SmallPacks.Path);
        Arrive(Write("large.json", new string(' ', 1_000_001)), "large.json");
        await Waiting.UntilAsync(() => Entries("rejected").Length == 2);
        Assert.Contains("larger than", File.ReadAllText(Entries("rejected").Single(e => e.EndsWith(".txt", StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_without_a_day_is_judged_as_of_the_day_of_the_configuration()
    {
        await using RunningWorker worker = await RunningWorker.StartAsync(_folder, SmallPacks.Path, asOf: "2026-10-01");
        Arrive(Write("a.json", """{ "schemaVersion": 1, "schools": [{ "id": "s", "region": "370322" }] }"""), "a.json");
        await Waiting.UntilAsync(() => Reports().Length == 1);
        Assert.Equal("2026-10-01", Report(Reports()[0]).GetProperty("asOf").GetString());
    }

    [Fact]
    public async Task What_was_claimed_before_a_crash_is_judged_after_the_restart()
    {
        Directory.CreateDirectory(_folder.At("work", "working"));
        Directory.CreateDirectory(_folder.At("work", "reports", ".a.json-0011223344556677"));
        File.Copy(Sample("snapshot.json"), _folder.At("work", "working", "a.json"));
        await using RunningWorker worker = await RunningWorker.StartAsync(_folder, SmallPacks.Path);
        await Waiting.UntilAsync(() => Entries("done").Length == 1);
        Assert.DoesNotContain(".", Path.GetFileName(Assert.Single(Reports()))[..1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_its_reports_already_is_not_judged_a_second_time()
    {
        Directory.CreateDirectory(_folder.At("work", "working"));
        string input = _folder.At("work", "working", "a.json");
        File.Copy(Sample("snapshot.json"), input);
        string report = Directory.CreateDirectory(_folder.At("work", "reports", await Outbox.KeyOfAsync(input, default))).FullName;
        await using RunningWorker worker = await RunningWorker.StartAsync(_folder, SmallPacks.Path);
        await Waiting.UntilAsync(() => Entries("done").Length == 1);
        Assert.Empty(Directory.EnumerateFiles(report));
        Assert.DoesNotContain("is judged", worker.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Packs_that_change_judge_what_comes_after()
    {
        string packs = _folder.WithSmallPacks();
        await using RunningWorker worker = await RunningWorker.StartAsync(_folder, packs);
        string county = Path.Combine(packs, "cn-370322", "pack.json");
        File.WriteAllText(county, File.ReadAllText(county).Replace("\"version\": \"2026.1.0\"", "\"version\": \"2026.1.7\"", StringComparison.Ordinal));
        await Waiting.UntilAsync(() => worker.Monitor.Current.Catalogue.Packs.Find("cn-370322")!.Version.ToNormalizedString() == "2026.1.7");
        Arrive(Sample("snapshot.json"), "a.json");
        await Waiting.UntilAsync(() => Reports().Length == 1);
        Assert.Contains("\"2026.1.7\"", File.ReadAllText(Path.Combine(Reports()[0], "report.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_tells_of_files_and_numbers_and_of_nothing_in_the_data()
    {
        await using RunningWorker worker = await RunningWorker.StartAsync(_folder, SmallPacks.Path);
        Arrive(Write("a.json", """{ "schemaVersion": 1, "date": "2026-09-01", "schools": [{ "id": "王小明", "name": "王小明" }, { "id": "王小明" }] }"""), "a.json");
        await Waiting.UntilAsync(() => Entries("rejected").Length == 2 && worker.Log.Contains("is refused", StringComparison.Ordinal));
        Assert.DoesNotContain("王小明", worker.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folders_of_packs_and_of_the_worker_within_each_other_keep_it_from_starting() =>
        await Assert.ThrowsAnyAsync<Exception>(async () => await (await RunningWorker.StartAsync(_folder, _folder.At("work", "packs"))).DisposeAsync());

    private static string Sample(string name) => RepositoryRoot.Combine($"samples/gaoqing/{name}");

    private static JsonElement Report(string folder) => JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Path.Combine(folder, "report.json")));

    private static string Breaches(string folder) =>
        string.Join('\n', Report(folder).GetProperty("findings").EnumerateArray().Where(f => f.GetProperty("verdict").GetString() == "NonCompliant").Select(f => $"{f.GetProperty("rule")} {f.GetProperty("subject")}").Order(StringComparer.Ordinal));

    private string Write(string name, string text)
    {
        File.WriteAllText(_folder.At(name), text);
        return _folder.At(name);
    }

    // Written aside and renamed, as the worker asks for.
    private void Arrive(string from, string name)
    {
        string half = _folder.At("work", "inbox", "." + name);
        if (Directory.Exists(from)) TempFolder.CopyFolder(from, half);
        else File.Copy(from, half);
        Directory.Move(half, _folder.At("work", "inbox", name));
    }

    private string[] Reports() => [.. Entries("reports").Where(r => Path.GetFileName(r)[0] != '.')];

    private string[] Entries(string name) => Directory.Exists(_folder.At("work", name)) ? Directory.GetFileSystemEntries(_folder.At("work", name)) : [];
}
