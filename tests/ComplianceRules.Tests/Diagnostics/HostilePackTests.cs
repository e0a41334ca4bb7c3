using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Json;
using ComplianceRules.Packs;
using ComplianceRules.Tests.Engine;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Tests.Diagnostics;

/// <summary>Packs that are made to end the process are refused with a code, even where the stack is small.</summary>
public sealed class HostilePackTests
{
    private const int SmallStack = 256 * 1024;

    private const int PacksRefused = 3;

    public static TheoryData<string, string> Attacks => new()
    {
        { "20,000 parentheses", "CR2041" },
        { "1,900 parentheses", "CR2042" },
        { "240 parentheses", "CR2043" },
        { "600 times not", "CR2042" },
        { "490 times not", "CR2043" },
        { "100,000 arrays", "CR1006" },
        { "100,000 objects", "CR1006" },
        { "a byte too many", "CR1001" },
    };

    [Theory]
    [MemberData(nameof(Attacks))]
    public void The_tool_refuses_the_pack_and_lives(string attack, string code)
    {
        using TempPacks folder = TempPacks.One(Pack(attack));

        ToolProcess tool = ToolProcess.Run(SmallStack, "check", folder.Path);

        Assert.Equal((PacksRefused, string.Empty), (tool.ExitCode, tool.Error));
        Assert.Contains($"{code}: ", tool.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Attacks))]
    public void The_pack_is_refused_on_a_small_stack(string attack, string code)
    {
        using TempPacks folder = TempPacks.One(Pack(attack));
        Exception? thrown = null;
        string[] codes = [];
        Thread thread = new(() => thrown = Record.Exception(() => codes = Codes(folder.Path)), SmallStack);

        thread.Start();
        thread.Join();

        Assert.Null(thrown);
        Assert.Equal([code], codes);
    }

    [Fact]
    public void The_tool_accepts_a_pack_that_means_well()
    {
        using TempPacks folder = TempPacks.One(Rule("!!bright"));

        Assert.Equal(0, ToolProcess.Run(SmallStack, "check", folder.Path).ExitCode);
    }

    [Theory]
    [InlineData("nested", "-(", "enrolment", ")", 15, " < -3")]
    [InlineData("negated", "!(", "bright", ")", 15, "")]
    [InlineData("chosen", "(bright ? ", "enrolment", " : 1.5)", 30, " > 3")]
    public void What_is_nested_almost_too_deep_is_judged_and_explained_on_a_small_stack(string shape, string open, string inner, string close, int depth, string end)
    {
        using TempPacks folder = new();
        folder.With("packs/a/pack.json", Rule(Nested(open, inner, close, depth) + end));
        folder.With("snapshot.json", Judged.School("{ \"id\": \"1\", \"bright\": true, \"enrolment\": 40 }, { \"id\": \"2\" }"));
        string[] data = [$"{folder.Path}/snapshot.json", "--packs", $"{folder.Path}/packs", "--lang", "en"];

        ToolProcess judged = ToolProcess.Run(SmallStack, ["evaluate", .. data, "--as-of", "2026-09-01"]);
        ToolProcess known = ToolProcess.Run(SmallStack, ["explain", .. data, "--as-of", "2026-09-01", "--subject", "class:s/1", "--rule", "a/r"]);
        ToolProcess unknown = ToolProcess.Run(SmallStack, ["explain", .. data, "--as-of", "2026-09-01", "--subject", "class:s/2", "--rule", "a/r"]);

        Assert.True(judged.ExitCode is 1 or 2, $"{shape}: {judged}");
        Assert.True(known.ExitCode is 0 or 1, $"{shape}: {known}");
        Assert.Equal((2, string.Empty), (unknown.ExitCode, unknown.Error));
        Assert.Contains("not given", unknown.Output, StringComparison.Ordinal);
    }

    private static string[] Codes(string folder)
    {
        Checked<PackSet> read = PackReader.ReadDirectory(folder);
        IEnumerable<Diagnostic> problems = read.IsValid ? PackChecker.Check(read.Value).Diagnostics : read.Diagnostics;
        return [.. problems.Select(problem => problem.Code.ToString())];
    }

    private static string Pack(string attack) => attack switch
    {
        "20,000 parentheses" => Rule(Nested("(", "bright", ")", 20_000)),
        "1,900 parentheses" => Rule(Nested("(", "bright", ")", 1_900)),
        "240 parentheses" => Rule(Nested("(", "bright", ")", 240)),
        "600 times not" => Rule(Nested("!", "bright", "", 600)),
        "490 times not" => Rule(Nested("!", "bright", "", 490)),
        "100,000 arrays" => Nested("[", "", "]", 100_000),
        "100,000 objects" => Nested("{\"a\":", "1", "}", 100_000),
        "a byte too many" => PackText.Pack().PadRight(StrictJson.LargestFile + 1 - OfTwoMoreBytes(PackText.Pack())),
        _ => throw new ArgumentOutOfRangeException(nameof(attack), attack, "is not known"),
    };

    private static string Rule(string expression) => PackText.Pack(rules: $"[{PackText.Rule(kind: $"\"require\": \"{expression}\"")}]");

    private static string Nested(string open, string inner, string close, int depth) =>
        string.Concat(Enumerable.Repeat(open, depth)) + inner + string.Concat(Enumerable.Repeat(close, depth));

    // Every Chinese character is three bytes of the file and one of the text.
    private static int OfTwoMoreBytes(string text) => 2 * text.Count(c => c > '\u007F');
}
