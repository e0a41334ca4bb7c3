using System.Text;

namespace ComplianceRules.Cli.Tests.Commands;

/// <summary>The formats of <c>evaluate</c> as the tool gives them.</summary>
public sealed class EvaluateFormatTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public EvaluateFormatTests() => _folder.Write("packs/size/pack.json", TempFolder.Pack);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("csv", "en", "Rule,Title,")]
    [InlineData("csv", "zh", "\uFEFF规则,规则名称,")]
    [InlineData("markdown", "en", "# Compliance assessment as of 2026-09-01\n")]
    [InlineData("markdown", "zh", "# 合规评估，评估日期 2026-09-01\n")]
    public void A_format_is_in_the_language_that_is_asked_for(string format, string language, string begin)
    {
        Tool run = Evaluate("--format", format, "--lang", language);
        Assert.Equal(1, run.Code);
        Assert.StartsWith(begin, run.Output, StringComparison.Ordinal);
        Assert.Contains("size/most", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_to_pass_on_is_as_short_as_asked()
    {
        Assert.Contains("pupils; the rule", Evaluate("--format", "markdown", "--list", "1", "--lang", "en").Output, StringComparison.Ordinal);
        Tool none = Evaluate("--format", "markdown", "--list", "0", "--lang", "en");
        Assert.Equal(1, none.Code);
        Assert.Contains(" more", none.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("pupils; the rule", none.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("markdown", "-1", "`--list`: `-1` is no number of entries, write one like 20, or 0 for none")]
    [InlineData("markdown", "few", "`--list`: `few` is no number of entries, write one like 20, or 0 for none")]
    [InlineData("csv", "5", "`--list`: only `markdown` cuts its lists, other formats list everything: write `--format markdown`, or leave the option out")]
    public void A_length_of_lists_that_means_nothing_is_refused(string format, string list, string refusal)
    {
        Tool run = Evaluate("--format", format, $"--list={list}", "--lang", "en");
        Assert.Equal(64, run.Code);
        Assert.Contains(refusal, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("markdown")]
    [InlineData("xlsx")]
    public void A_file_holds_what_standard_output_would(string format)
    {
        string file = Path.Combine(_folder.Path, $"report.{format}");
        Assert.Equal(1, Evaluate("--format", format, "--out", file).Code);
        (int code, byte[] piped, _) = Run(isScreen: false, "--format", format);
        Assert.Equal(1, code);
        Assert.Equal(piped, File.ReadAllBytes(file));
    }

    [Theory]
    [InlineData("en", "xlsx is no text and cannot be shown on a screen: name a file with `--out FILE`, or redirect the output")]
    [InlineData("zh", "xlsx 不是文本，不能写到屏幕上：请用 `--out 文件` 或管道、重定向")]
    public void A_workbook_is_not_written_to_a_screen(string language, string refusal)
    {
        (int code, byte[] output, string error) = Run(isScreen: true, "--format", "xlsx", "--lang", language);
        Assert.Equal(64, code);
        Assert.Empty(output);
        Assert.Contains(refusal, error, StringComparison.Ordinal);
        Assert.Equal(1, Run(isScreen: true, "--format", "csv").Code);
        Assert.Equal(1, Run(isScreen: true, "--format", "xlsx", "--out", Path.Combine(_folder.Path, "report.xlsx")).Code);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("markdown")]
    [InlineData("xlsx")]
    public void Data_that_is_refused_gives_nothing(string format)
    {
        string data = _folder.Write("bad.json", "{");
        string file = Path.Combine(_folder.Path, "report");
        Tool run = Tool.Run("evaluate", data, "--packs", _folder.Packs, "--format", format, "--out", file);
        Assert.Equal((4, string.Empty), (run.Code, run.Output));
        Assert.False(File.Exists(file));
        Assert.NotEmpty(run.Error);
    }

    private Tool Evaluate(params string[] options) => Tool.Run(["evaluate", Data(), "--packs", _folder.Packs, .. options]);

    private string Data() => _folder.Snapshot("\"enrolment\": 46");

    private (int Code, byte[] Output, string Error) Run(bool isScreen, params string[] options)
    {
        using MemoryStream output = new();
        using MemoryStream error = new();
        Terminal terminal = new(output, error, 80, colours: false) { IsScreen = isScreen };
        int code = Program.Run(["evaluate", Data(), "--packs", _folder.Packs, .. options], terminal, CancellationToken.None);
        return (code, output.ToArray(), Encoding.UTF8.GetString(error.ToArray()));
    }
}
