using System.Text;

namespace ComplianceRules.Cli.Tests.Commands;

public sealed class TemplateCommandTests : IDisposable
{
    private readonly TempFolder _folder = new TempFolder().WithPack();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_workbook_is_written_and_again_with_the_same_bytes()
    {
        Assert.Equal(new Tool(0, string.Empty, string.Empty), Template("form.xlsx"));
        byte[] first = File.ReadAllBytes(At("form.xlsx"));
        Assert.Equal("PK", Encoding.ASCII.GetString(first[..2]));
        Assert.Equal(0, Template("form.xlsx").Code);
        Assert.Equal(0, Template("other.xlsx").Code);
        Assert.Equal(first, File.ReadAllBytes(At("form.xlsx")));
        Assert.Equal(first, File.ReadAllBytes(At("other.xlsx")));
    }

    [Theory]
    [InlineData("form/")]
    [InlineData("form", "--format", "csv")]
    public void A_folder_of_csv_is_written(string path, params string[] options)
    {
        Assert.Equal(new Tool(0, string.Empty, string.Empty), Template(path, options));
        Assert.Equal(["class.csv", "school.csv", "snapshot.csv"], Directory.GetFiles(At("form")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        Assert.Equal("id,school,enrolment\r\n", File.ReadAllText(At("form/class.csv")));
    }

    [Fact]
    public void A_folder_that_is_there_is_written_to() => Assert.Equal((0, true), (Template(string.Empty).Code, File.Exists(At("class.csv"))));

    [Theory]
    [InlineData("form.xlsx", "form.xlsx")]
    [InlineData("form/", "form/class.csv")]
    public void What_may_have_been_filled_in_is_never_written_over(string path, string file)
    {
        _folder.Write(file, "filled in");
        Tool run = Template(path);
        Assert.Equal((64, string.Empty), (run.Code, run.Output));
        Assert.StartsWith($"compliance-rules: `{At(file)}` is there already and may have been filled in: choose another name or move it away first\n", run.Error, StringComparison.Ordinal);
        Assert.Equal("filled in", File.ReadAllText(At(file)));
        Assert.False(File.Exists(At("form/school.csv")));
    }

    [Theory]
    [InlineData("form.xls", "cannot tell what form `{0}` is to be: a workbook ends in .xlsx, a folder of .csv files in /")]
    [InlineData("nowhere/form.xlsx", "cannot write `{0}`: its folder is not there, or it is a folder itself")]
    [InlineData("nowhere/form/", "cannot write to `{0}`: it is a file, or the folder above it is not there")]
    public void A_place_where_no_form_can_be_is_refused(string path, string problem) => Assert.Equal(
        $"compliance-rules: {problem.Replace("{0}", At(path), StringComparison.Ordinal)}\nsee `compliance-rules template --help`\n", Refused(Template(path)));

    [Theory]
    [InlineData("--area", "class_siz", "unknown area `class_siz` (did you mean `class_size`?)")]
    [InlineData("--rule", "mots", "unknown rule `mots` (did you mean `most`?)")]
    [InlineData("--region", "37032", "`--region`: `37032` is no region code, write one like 370322, CN or US-NY-NYC")]
    [InlineData("--region", "US", "no pack applies to region `US`")]
    [InlineData("--format", "xls", "`--format`: there is no `xls`, choose one of: xlsx, csv (did you mean `xlsx`?)")]
    public void An_unknown_name_is_refused_with_the_likely_one(string option, string value, string problem) =>
        Assert.StartsWith($"compliance-rules: {problem}\n", Refused(Template("form.xlsx", option, value)), StringComparison.Ordinal);

    [Fact]
    public void A_region_that_no_pack_reaches_is_refused_with_the_likely_one()
    {
        Tool run = Tool.Run("template", "--packs", Tool.Packs, "--region", "US-NY-NYX", "--out", At("form.xlsx"));
        Assert.StartsWith("compliance-rules: no pack applies to region `US-NY-NYX` (did you mean `US-NY-NYC`?)\n", Refused(run), StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_that_would_be_empty_is_refused()
    {
        Tool run = Tool.Run("template", "--packs", Tool.Packs, "--region", "US-NY-NYC", "--area", "homework", "--out", At("form.xlsx"));
        Assert.StartsWith("compliance-rules: no rule is of the region, areas and rules asked for together: the form would be empty\n", Refused(run), StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_packs_give_3_and_no_form()
    {
        _folder.WithPack("\"max\": 45", "\"max\": true");
        Assert.Equal((3, false), (Template("form.xlsx").Code, File.Exists(At("form.xlsx"))));
    }

    [Fact]
    public void Both_options_that_are_needed_are_asked_for()
    {
        string error = Refused(Tool.Run("template"));
        Assert.Contains("`--packs` is missing", error, StringComparison.Ordinal);
        Assert.Contains("`--out` is missing", error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_area_narrows_the_form()
    {
        Assert.Equal(0, Tool.Run("template", "--packs", Tool.Packs, "--region", "370322", "--area", "exercise", "--out", At("form/")).Code);
        Assert.Equal("id,school,grade,activity_minutes,pe_lessons\r\n", File.ReadAllText(At("form/class.csv")));
    }

    private static string Refused(Tool run)
    {
        Assert.Equal((64, string.Empty), (run.Code, run.Output));
        return run.Error;
    }

    private Tool Template(string path, params string[] options) => Tool.Run(["template", "--packs", _folder.Packs, "--out", At(path), .. options]);

    private string At(string path) => Path.Combine(_folder.Path, path);
}
