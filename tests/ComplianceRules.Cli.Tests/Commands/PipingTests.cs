using System.Text;

namespace ComplianceRules.Cli.Tests.Commands;

public sealed class PipingTests
{
    private static readonly byte[] Gaoqing = File.ReadAllBytes(Tool.Gaoqing);

    [Fact]
    public void A_hyphen_for_the_output_is_standard_output()
    {
        Tool run = Tool.Run("evaluate", Tool.Gaoqing, "--packs", Tool.Packs, "--format", "json", "--out", "-");
        Assert.Equal(Tool.Run("evaluate", Tool.Gaoqing, "--packs", Tool.Packs, "--format", "json").Output, run.Output);
        Assert.False(File.Exists("-"));
    }

    [Fact]
    public void Converted_data_goes_from_command_to_command()
    {
        Tool converted = Tool.RunOn(new ToolMachine { Input = Gaoqing }, "convert", "-", "--packs", Tool.Packs, "--out", "-");
        Tool judged = Tool.RunOn(new ToolMachine { Input = converted.Bytes }, "evaluate", "-", "--stdin-filename", "data.crcol", "--packs", Tool.Packs, "--format", "json");
        Assert.Equal(Tool.Run("evaluate", Tool.Gaoqing, "--packs", Tool.Packs, "--format", "json").Output, judged.Output);
    }

    [Fact]
    public void A_form_goes_to_standard_output()
    {
        using TempFolder folder = new TempFolder().WithPack();
        string path = Path.Combine(folder.Path, "form.xlsx");
        Assert.Equal(0, Tool.Run("template", "--packs", folder.Packs, "--out", path).Code);
        Assert.Equal(File.ReadAllBytes(path), Tool.Run("template", "--packs", folder.Packs, "--out", "-").Bytes);
        Assert.Contains("a form in csv is several files", Tool.Run("template", "--packs", folder.Packs, "--out", "-", "--format", "csv").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("convert", ".crcol")]
    [InlineData("template", "xlsx")]
    public void What_is_no_text_is_not_written_on_a_screen(string command, string format)
    {
        string[] data = command == "convert" ? [Tool.Gaoqing] : [];
        Tool run = Tool.RunOn(new ToolMachine { IsScreen = true, Variables = new ToolMachine().With("NO_COLOR", "1").Variables }, [command, .. data, "--packs", Tool.Packs, "--out", "-"]);
        Assert.Equal((64, string.Empty), (run.Code, run.Output));
        Assert.Contains($"{format} is no text and cannot be shown on a screen", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Mappings_and_waivers_are_read_from_standard_input_too()
    {
        using TempFolder folder = new TempFolder().WithPack();
        string data = folder.Snapshot("\"enrolment\": 46");
        byte[] waivers = Encoding.UTF8.GetBytes("""[ { "rule": "size/most", "subject": "class:s1/1", "until": "2026-12-31", "reason": { "en": "building", "zh": "施工" } } ]""");
        Tool wrong = Tool.RunOn(new ToolMachine { Input = "{ nonsense"u8.ToArray() }, "evaluate", data, "--packs", folder.Packs, "--waivers", "-");
        Assert.Equal(3, wrong.Code);
        Assert.StartsWith("waivers.json(1,", wrong.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("cannot read", Tool.RunOn(new ToolMachine { Input = waivers }, "evaluate", data, "--packs", folder.Packs, "--waivers", "-").Error, StringComparison.Ordinal);
        string table = folder.Write("classes.csv", "school,class,size\ns1,1,46\n");
        Tool mapped = Tool.RunOn(new ToolMachine { Input = "{ nonsense"u8.ToArray() }, "evaluate", table, "--packs", folder.Packs, "--map", "-");
        Assert.StartsWith("mapping.json(1,", mapped.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_is_read_only_once()
    {
        Tool run = Tool.Run("evaluate", "-", "--packs", Tool.Packs, "--previous", "-");
        Assert.Equal(64, run.Code);
        Assert.StartsWith("compliance-rules: `<snapshot>`, `--previous`: standard input can be read only once, name a file for one of them\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Earlier_data_may_be_sent()
    {
        Tool run = Tool.RunOn(new ToolMachine { Input = Gaoqing }, "evaluate", Tool.Gaoqing, "--packs", Tool.Packs, "--previous", "-", "--format", "json");
        Assert.Equal(Tool.Run("evaluate", Tool.Gaoqing, "--packs", Tool.Packs, "--previous", Tool.Gaoqing, "--format", "json").Output, run.Output);
    }

    [Fact]
    public void Both_sides_of_a_comparison_read_what_is_sent()
    {
        Tool run = Tool.RunOn(new ToolMachine { Input = Gaoqing }, "diff", Tool.Packs, Tool.Packs, "--snapshot", "-");
        Assert.Equal(Tool.Run("diff", Tool.Packs, Tool.Packs, "--snapshot", Tool.Gaoqing).Output, run.Output);
        Assert.Equal(0, run.Code);
    }
}
