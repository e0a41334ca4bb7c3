using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ComplianceRules.Tests.Diagnostics;

/// <summary>Expressions made to end the process, in a process of its own with 256 KB of stack and 256 MiB of heap: each is refused by its code or comes to its value.</summary>
public sealed class HostileBatchTests : IDisposable
{
    private const int SmallStack = 256 * 1024;
    private const int Refused = 3;
    private const int Shown = 40;

    private const string Facts = """{ "a": 7, "b": 3, "flag": true, "other": null, "name": "x", "classes": [ { "a": 1, "flag": true }, { "a": 2, "flag": true } ] }""";

    private readonly string _file = Path.GetTempFileName();

    private static (string Expression, string Expected)[] Attacks =>
    [
        (Nested("(", "a", ")", 1_900), "CR2042"),
        (Nested("(", "a", ")", 20_000), "CR2041"),
        (Nested("(", "a", ")", 240), "CR2043"),
        (Joined("flag", " && ", 100_000), "CR2041"),
        (Joined("flag", "||", 240), "CR2044"),
        (Joined("a", "-", 240), "CR2044"),
        (Nested("-", "a", "", 100_000), "CR2041"),
        (Nested("-", "a", "", 3_000), "CR2042"),
        (Nested("-", "a", "", 490), "CR2043"),
        (Nested("!", "flag", "", 490), "CR2043"),
        (Nested("- ", "a", "", 490), "CR2043"),
        (Joined("a", ".", 100_000), "CR2041"),
        (Joined("a", ".", 249), "CR2043"),
        ("a" + Nested(".f()", "", "", 100_000), "CR2041"),
        ("a" + Nested(".f()", "", "", 120), "CR2043"),
        ("a" + Nested(".size()", "", "", 120), "CR2043"),
        ("[a]" + Nested(".filter(x,true)", "", "", 69), "CR2043"),
        ("[a]" + Nested(".map(x,x)", "", "", 70), "CR2043"),
        (Nested("f(", "a", ")", 160), "CR2043"),
        (Nested("[", "a", "]", 240), "CR2043"),
        (Nested("[", "", "", 490), "CR2043"),
        (Nested("[", "", "", 100_000), "CR2041"),
        (Nested("(", "", "", 490), "CR2043"),
        (Nested("flag ? a : ", "a", "", 120), "CR2043"),
        (Nested("flag ? ", "a", " : a", 120), "CR2001"),
        ($"a in [{Joined("1", ",", 100_000)}]", "CR2041"),
        ($"a in [{Joined("1", ",", 260)}]", "CR2042"),
        ($"a in [{Joined("1", ",", 246)}]", "false"),
        ($"name == '{new string('x', 1_000_000)}'", "CR2041"),
        ($"name == '{new string('x', 1_001)}'", "CR2046"),
        (new string('9', 1_000_000), "CR2041"),
        (new string('9', 3_900), "CR2067"),
        ("1e" + new string('9', 3_900), "CR2067"),
        (new string('x', 3_900), "CR2090"),
        ("classes.all(k, classes.all(l, classes.all(m, classes.all(n, true))))", "CR2040"),
        (Nested("classes.all(k, ", "true", ")", 30), "CR2039"),
        ("[0.7]" + Nested(".map(y,y*y)", "", "", 30) + ".max() > 0.0", "?y * y"),
        (new string('\u202E', 3_000), "CR1019"),
        (new string('\0', 3_000), "CR1018"),
        ("name == '\u202E'", "CR1019"), ("name == '\\u202E'", "CR2021"),
        ("name == '\0'", "CR1018"), ("name == '\\000'", "CR2021"),
        ("name == 'e\u0301'", "CR1017"), ("name == 'e\\u0301'", "CR2021"),
        ("nаme == 'x'", "CR2020"),
    ];

    private static (string Expression, string Expected)[] Bounds =>
    [
        (Nested("(", "flag", ")", 32), "true"), (Nested("(", "flag", ")", 33), "CR2043"),
        (Nested("!", "flag", "", 32), "true"), (Nested("!", "flag", "", 33), "CR2043"),
        (Nested("-", "a", "", 32) + " == 7", "true"), (Nested("-", "a", "", 33) + " == 7", "CR2043"),
        (Nested("!flag ? flag : ", "flag", "", 31), "true"), (Nested("flag ? flag : ", "flag", "", 33), "CR2043"),
        ("[a]" + Nested(".map(x,x)", "", "", 31) + ".size() == 1", "true"), ("[a]" + Nested(".map(x,x)", "", "", 33) + ".size() == 1", "CR2043"),
        ("[a]" + Nested(".filter(x,true)", "", "", 31) + ".size() == 1", "true"),
        (Joined("flag", "&&", 128), "true"), (Joined("flag", "&&", 129), "CR2044"),
        (Joined("other", "||", 128), "?other"), (Joined("a", "-", 127) + " < 0", "true"),
        ($"name != '{new string('x', 1_000)}'", "true"), ($"name != '{new string('x', 1_001)}'", "CR2046"),
        ("flag".PadRight(4_000), "true"), ("flag".PadRight(4_001), "CR2041"),
        ($"a in [{Joined("1", ",", 247)}] || flag", "true"), ($"a in [{Joined("1", ",", 248)}] || flag", "CR2042"),
        ("classes.all(k, classes.all(l, classes.all(m, m.flag)))", "true"),
        (Nested("(flag && ", Joined("other", "&&", 96), ")", 31), "?other"),
        (Nested("(true && ", "[a].map(x, classes.map(k, k.a + x).max()).sum() > 0", ")", 28), "true"),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Every_line_gets_its_answer_and_the_process_lives(bool atBounds)
    {
        (string Expression, string Expected)[] cases = atBounds ? Bounds : Attacks;
        JsonSerializerOptions plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        File.WriteAllLines(_file, cases.Select((c, i) => new JsonObject { ["id"] = $"{i}", ["expression"] = c.Expression, ["facts"] = JsonNode.Parse(Facts) }.ToJsonString(plain)));

        ToolProcess tool = ToolProcess.Run(SmallStack, "eval", "--batch", _file);

        Assert.Equal((Refused, string.Empty), (tool.ExitCode, tool.Error));
        string[] lines = tool.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(cases.Length, lines.Length);
        Assert.Equal(string.Empty, string.Join('\n', cases.Zip(lines, Difference).OfType<string>()));
    }

    public void Dispose() => File.Delete(_file);

    private static string? Difference((string Expression, string Expected) made, string line) =>
        Answer(line, made.Expected) is var answer && answer == made.Expected ? null : $"{made.Expression[..Math.Min(made.Expression.Length, Shown)]}: {answer}, not {made.Expected}";

    /// <summary>The value, or what was expected where it is among the missing facts or the codes.</summary>
    private static string Answer(string line, string expected)
    {
        JsonObject answer = JsonNode.Parse(line)!.AsObject();
        if (answer["value"] is { } value) return value.ToJsonString();
        if (answer["undetermined"] is JsonArray missing) return missing.ToJsonString().Contains(expected.TrimStart('?'), StringComparison.OrdinalIgnoreCase) ? expected : missing.ToJsonString();
        string[] codes = [.. answer["errors"]!.AsArray().Select(e => e!["code"]!.GetValue<string>()).Distinct()];
        return codes.Contains(expected) ? expected : string.Join(' ', codes);
    }

    private static string Joined(string item, string sign, int count) => string.Join(sign, Enumerable.Repeat(item, count));

    private static string Nested(string open, string inner, string close, int depth) =>
        string.Concat(Enumerable.Repeat(open, depth)) + inner + string.Concat(Enumerable.Repeat(close, depth));
}
