using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Reports;

namespace ComplianceRules.Tests.Engine.Trying;

public sealed class TrialLineTests
{
    [Theory]
    [InlineData("{\"id\":\"a\",\"expression\":\"x + 1\",\"facts\":{\"x\":2}}", "{\"id\":\"a\",\"type\":\"int\",\"value\":3}")]
    [InlineData("{\"id\":7,\"expression\":\"1.5 + 1.5\"}", "{\"id\":7,\"type\":\"number\",\"value\":3}")]
    [InlineData("{\"expression\":\"true\"}", "{\"id\":null,\"type\":\"bool\",\"value\":true}")]
    [InlineData("{\"id\":\"班\",\"expression\":\"'班'\"}", "{\"id\":\"班\",\"type\":\"text\",\"value\":\"班\"}")]
    [InlineData("{\"id\":\"l\",\"expression\":\"[1, 2]\"}", "{\"id\":\"l\",\"type\":\"list\",\"value\":[1,2]}")]
    [InlineData("{\"id\":\"d\",\"expression\":\"date('2025-09-01')\"}", "{\"id\":\"d\",\"type\":\"date\",\"value\":\"2025-09-01\"}")]
    [InlineData("{\"id\":\"t\",\"expression\":\"time('08:20')\"}", "{\"id\":\"t\",\"type\":\"time\",\"value\":\"08:20\"}")]
    [InlineData("{\"id\":\"o\",\"expression\":\"as_of\",\"asOf\":\"2025-09-02\"}", "{\"id\":\"o\",\"type\":\"date\",\"value\":\"2025-09-02\"}")]
    [InlineData("{\"id\":\"u\",\"expression\":\"x > 1\",\"facts\":{\"x\":null}}", "{\"id\":\"u\",\"undetermined\":[\"x\"],\"missing\":[{\"path\":\"x\",\"reason\":\"absent\",\"rows\":1}]}")]
    public void A_line_gives_a_line(string line, string expected) => Assert.Equal(expected + "\n", Out(line));

    [Fact]
    public void An_error_has_code_column_and_message() => Assert.Equal(
        "{\"id\":\"e\",\"errors\":[{\"code\":\"CR2090\",\"column\":5,\"message\":\"the facts given have no `yy`\",\"help\":\"a fact that is missing is written too, as `null`; texts stand in quotes\"}],\"line\":3}\n",
        Out("{\"id\":\"e\",\"expression\":\"1 + yy\",\"facts\":{\"abcdefg\":2}}"));

    [Theory]
    [InlineData("not json", "null", "CR1010")]
    [InlineData("", "null", "CR1005")]
    [InlineData("[]", "null", "CR2093")]
    [InlineData("{\"id\":\"a\"}", "\"a\"", "CR1030")]
    [InlineData("{\"id\":\"a\",\"id\":\"b\",\"expression\":\"1\"}", "null", "CR1007")]
    [InlineData("{\"id\":\"a\",\"expression\":1}", "\"a\"", "CR1031")]
    [InlineData("{\"id\":\"a\",\"expression\":\"1\",\"fact\":{}}", "\"a\"", "CR1003")]
    [InlineData("{\"id\":[1],\"expression\":\"1\"}", "null", "CR2094")]
    [InlineData("{\"id\":\"a\",\"expression\":\"1\",\"facts\":[]}", "\"a\"", "CR4140")]
    [InlineData("{\"id\":\"a\",\"expression\":\"1\",\"facts\":{\"x\":1e99}}", "null", "CR1015")]
    [InlineData("{\"id\":\"a\",\"expression\":\"1\",\"asOf\":\"2025-02-30\"}", "\"a\"", "CR1037")]
    public void A_bad_line_gives_its_errors(string line, string id, string code)
    {
        TrialLine read = TrialLine.Read(File(line));
        Assert.Equal(id, read.Id);
        Assert.Equal(code, Assert.Single(Assert.IsType<TrialErrors>(read.Run(null)).Diagnostics).Code.ToString());
    }

    [Fact]
    public void A_line_that_is_too_long_says_so() => Assert.Equal(DiagnosticCodes.TrialLineTooLong, Assert.Single(TrialLine.TooLong("batch").Diagnostics).Code);

    [Fact]
    public void The_day_of_the_line_goes_before_that_of_the_command() =>
        Assert.Equal("2025-01-01", Assert.IsType<TrialValue>(TrialLine.Read(File("{\"expression\":\"as_of\",\"asOf\":\"2025-01-01\"}")).Run(new DateOnly(2026, 1, 1))).Text);

    private static SourceFile File(string line) => new("batch", Encoding.UTF8.GetBytes(line));

    private static string Out(string line)
    {
        using MemoryStream output = new();
        TrialLine read = TrialLine.Read(File(line));
        TrialJson.WriteLine(output, read.Id, read.Run(null), 3, TextLanguage.English);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
