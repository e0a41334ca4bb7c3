namespace ComplianceRules.Cli.Tests.Commands;

public sealed class EvaluatePreviousTests : IDisposable
{
    private const string School = "\"schools\": [ { \"id\": \"s1\", \"region\": \"370322\", \"classes\": [ { \"id\": \"1\", \"enrolment\": 45 } ] } ]";

    private readonly TempFolder _folder = new TempFolder().WithPack();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Earlier_data_is_read_and_its_problems_are_named_as_its_own()
    {
        Tool told = Evaluate(Snapshot("2025-09-01", "\"nothing\": 1,"));
        Assert.Equal(0, told.Code);
        Assert.Contains("issues in the earlier data: 1", told.Error, StringComparison.Ordinal);
        Assert.Contains("before.json(1,", told.Error, StringComparison.Ordinal);
        Assert.Contains("CR4020", told.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-09-01")]
    [InlineData("2026-09-02")]
    public void Earlier_data_that_is_not_earlier_is_warned_of(string date) =>
        Assert.Contains("warning CR4130: the earlier data is of `" + date, Evaluate(Snapshot(date)).Error, StringComparison.Ordinal);

    [Fact]
    public void Earlier_data_without_a_day_is_taken_as_it_is() => Assert.DoesNotContain("CR4130", Evaluate("{ \"schemaVersion\": 1 }").Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("previous.enrolment <= enrolment", 0)]
    [InlineData("previous.enrolment < enrolment", 1)]
    public void Rules_read_it_and_are_undetermined_without_it(string condition, int code)
    {
        using TempFolder folder = new TempFolder().WithPack("\"limit\": { \"of\": \"enrolment\", \"max\": 45 }", $"\"require\": \"{condition}\"");
        string[] shared = ["evaluate", folder.Write("now.json", Snapshot("2026-09-01")), "--packs", folder.Packs];
        Assert.Equal(2, Tool.Run(shared).Code);
        Assert.Equal(code, Tool.Run([.. shared, "--previous", folder.Write("before.json", Snapshot("2025-09-01"))]).Code);
    }

    [Fact]
    public void Earlier_data_that_cannot_be_used_gives_4_and_its_problems()
    {
        Tool refused = Evaluate("{", "--format", "json");
        Assert.Equal(4, refused.Code);
        Assert.Contains("the earlier data cannot be used", refused.Error, StringComparison.Ordinal);
        Assert.Contains("before.json(1,2): error ", refused.Error, StringComparison.Ordinal);
        Assert.Contains("\"before.json\"", refused.Output.Replace(_folder.Path + Path.DirectorySeparatorChar, string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(4, Evaluate(Snapshot("2025-09-01", "\"nothing\": 1,"), "--strict").Code);
    }

    [Fact]
    public void The_report_for_programs_says_what_was_found_in_the_earlier_data()
    {
        Assert.Contains("\"previousData\": {", Evaluate(Snapshot("2025-09-01"), "--format", "json").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("previousData", Tool.Run("evaluate", Now(), "--packs", _folder.Packs, "--format", "json").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Earlier_data_that_is_not_there_gives_4()
    {
        Tool missing = Run("--previous", Path.Combine(_folder.Path, "none.json"));
        Assert.Equal(4, missing.Code);
        Assert.Contains("none.json", missing.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--previous", "before.docx", "before.docx")]
    [InlineData("--previous-map", "map.json", "`--previous-map` goes with `--previous`")]
    public void What_cannot_be_earlier_data_is_wrong_usage(string option, string value, string says)
    {
        Tool wrong = Run(option, value);
        Assert.Equal(64, wrong.Code);
        Assert.Contains(says, wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mapping_of_earlier_json_is_wrong_usage() => Assert.Equal(64, Evaluate(Snapshot("2025-09-01"), "--previous-map", "map.json").Code);

    [Fact]
    public void The_report_does_not_take_the_place_of_the_earlier_data()
    {
        Tool wrong = Evaluate(Snapshot("2025-09-01"), "--out", Path.Combine(_folder.Path, "before.json"));
        Assert.Equal(64, wrong.Code);
        Assert.Contains("would overwrite", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Earlier_tables_are_read_by_the_mapping_of_the_data_or_by_their_own()
    {
        const string Mapping = """
            { "tables": [ { "table": "class", "file": "*.csv", "id": ["id"], "parent": { "table": "school", "key": ["s"] }, "fields": { "enrolment": { "column": "COL" } } } ],
              "covers": ["370322"], "constants": { "school.region": "370322" } }
            """;
        _folder.Write("now.csv", "s,id,A\ns1,1,40\n");
        _folder.Write("before.csv", "s,id,A\ns1,1,40\n");
        _folder.Write("other.csv", "s,id,B\ns1,1,40\n");
        string first = _folder.Write("first.json", Mapping.Replace("COL", "A", StringComparison.Ordinal));
        string second = _folder.Write("second.json", Mapping.Replace("COL", "B", StringComparison.Ordinal));
        string[] shared = ["evaluate", Path.Combine(_folder.Path, "now.csv"), "--map", first, "--as-of", "2026-09-01", "--packs", _folder.Packs];
        Tool same = Tool.Run([.. shared, "--previous", Path.Combine(_folder.Path, "before.csv")]);
        Assert.DoesNotContain("earlier data", same.Error, StringComparison.Ordinal);
        Assert.NotEqual(4, same.Code);
        Tool own = Tool.Run([.. shared, "--previous", Path.Combine(_folder.Path, "other.csv"), "--previous-map", second]);
        Assert.DoesNotContain("earlier data", own.Error, StringComparison.Ordinal);
        Assert.NotEqual(4, own.Code);
        Assert.Equal(4, Tool.Run([.. shared, "--previous", Path.Combine(_folder.Path, "other.csv")]).Code);
    }

    private static string Snapshot(string date, string more = "") => $"{{ \"schemaVersion\": 1, \"date\": \"{date}\", \"covers\": [\"370322\"], {more} {School} }}";

    private string Now() => _folder.Write("now.json", Snapshot("2026-09-01"));

    private Tool Evaluate(string before, params string[] options) => Run(["--previous", _folder.Write("before.json", before), .. options]);

    private Tool Run(params string[] options) => Tool.Run(["evaluate", Now(), "--packs", _folder.Packs, .. options]);
}
