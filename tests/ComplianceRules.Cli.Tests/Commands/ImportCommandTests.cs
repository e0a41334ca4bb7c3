using System.Text.Json;
using ComplianceRules.Tests;

namespace ComplianceRules.Cli.Tests.Commands;

public sealed class ImportCommandTests : IDisposable
{
    private const string Good = """{ "WorkflowName": "w", "Rules": [ { "RuleName": "Size", "Expression": "input1.Enrolment <= 45" } ] }""";
    private const string Half = """{ "WorkflowName": "w", "Rules": [ { "RuleName": "Size", "Expression": "input1.enrolment <= 45" }, { "RuleName": "Type", "Expression": "input1.GetType() != null" } ] }""";

    private readonly TempFolder _folder = new TempFolder().WithPack();

    private string Facts => Path.Combine(_folder.Packs, "size");

    private string Out => Path.Combine(_folder.Packs, "from-workflows");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_pack_that_is_written_passes_check_and_judges_data()
    {
        Tool run = Import(Good);
        Assert.Equal((0, string.Empty), (run.Code, run.Error));
        Assert.EndsWith($"rules imported: 1 of 1, in {Out}\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, Tool.Run("check", _folder.Packs).Code);
        Assert.Equal(["README.md", "pack.json"], Directory.GetFiles(Out).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_differs_is_told_with_its_place()
    {
        string output = Import(Good).Output;
        Assert.Contains("workflows.json(1,72): warning CR5041: `Enrolment` was taken for `enrolment`", output, StringComparison.Ordinal);
        Assert.Contains("warning CR5040: where `enrolment` is null RulesEngine gives `false`, and this rule `undetermined`", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_that_are_left_out_give_exit_code_1_and_the_others_are_imported()
    {
        Tool run = Import(Half);
        Assert.Equal(1, run.Code);
        Assert.Contains("error CR5028", run.Output, StringComparison.Ordinal);
        Assert.EndsWith($"rules imported: 1 of 2, in {Out}\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{ "WorkflowName": "w", "Rules": [ { "RuleName": "Type", "Expression": "input1.GetType() != null" } ] }""")]
    public void Where_nothing_can_be_imported_nothing_is_written(string workflows)
    {
        Assert.Equal(3, Import(workflows).Code);
        Assert.False(Directory.Exists(Out));
    }

    [Fact]
    public void JSON_lists_what_is_told_for_programs()
    {
        Tool run = Import(Half, "--format", "json");
        Assert.Contains("CR5028", JsonDocument.Parse(run.Bytes).RootElement.EnumerateArray().Select(d => d.GetProperty("code").GetString()));
    }

    [Fact]
    public void Workflows_can_be_sent()
    {
        Tool run = Tool.RunOn(new ToolMachine { Input = System.Text.Encoding.UTF8.GetBytes(Good) }, "import", "rules-engine", "-", "--facts", Facts, "--map", "input1=class", "--out", Out);
        Assert.Equal(0, run.Code);
    }

    [Theory]
    [InlineData("--map", "input1")]
    [InlineData("--map", "=class")]
    [InlineData("--map", "input1=school=class")]
    [InlineData("--map", "input1=school")]
    [InlineData("--format", "xml")]
    public void Options_that_make_no_sense_are_wrong_usage(string option, string value) => Assert.Equal(64, Import(Good, option, value).Code);

    [Fact]
    public void A_folder_that_has_files_is_left_alone()
    {
        string file = _folder.Write("packs/from-workflows/notes.txt", "mine");
        Tool run = Import(Good);
        Assert.Equal(64, run.Code);
        Assert.Contains("has files", run.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(file));
    }

    [Theory]
    [InlineData("rules-engines")]
    [InlineData("drools")]
    public void Another_kind_of_rules_is_wrong_usage(string kind)
    {
        Tool run = Tool.Run("import", kind, _folder.Write("workflows.json", Good), "--facts", Facts, "--out", Out, "--lang", "en");
        Assert.Equal(64, run.Code);
        Assert.Contains($"rules of `{kind}` cannot be imported", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_several_packs_is_wrong_usage()
    {
        _folder.WithPack("\"region\": \"CN\"", "\"region\": \"US\"", "other");
        _folder.Write("packs/other/pack.json", File.ReadAllText(Path.Combine(_folder.Packs, "other/pack.json")).Replace("\"id\": \"size\"", "\"id\": \"other\"", StringComparison.Ordinal));
        Tool run = Tool.Run("import", "rules-engine", _folder.Write("workflows.json", Good), "--facts", _folder.Packs, "--out", Out, "--lang", "en");
        Assert.Equal(64, run.Code);
    }

    [Fact]
    public void A_file_that_is_not_there_gives_exit_code_3() =>
        Assert.Equal(3, Tool.Run("import", "rules-engine", Path.Combine(_folder.Path, "nothing.json"), "--facts", Facts, "--out", Out).Code);

    [Fact]
    public void The_sample_is_imported_for_the_packs_that_ship()
    {
        Tool run = Tool.Run("import", "rules-engine", RepositoryRoot.Combine("samples/workflows/classes.json"), "--facts", RepositoryRoot.Combine("rulepacks/cn"), "--map", "input1=class", "--map", "input2=school", "--out", Out, "--lang", "en");
        Assert.Equal(1, run.Code);
        Assert.Contains("rules imported: 4 of 5", run.Output, StringComparison.Ordinal);
    }

    private Tool Import(string workflows, params string[] more) =>
        Tool.Run(["import", "rules-engine", _folder.Write("workflows.json", workflows), "--facts", Facts, "--map", "input1=class", "--out", Out, "--lang", "en", .. more]);
}
