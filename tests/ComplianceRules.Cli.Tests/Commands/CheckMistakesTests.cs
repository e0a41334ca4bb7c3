using System.Text;
using System.Text.Json;
using ComplianceRules.Tests;
using ComplianceRules.Tests.Golden;

namespace ComplianceRules.Cli.Tests.Commands;

/// <summary>Twelve different mistakes in six expressions, as an author sees them.</summary>
public sealed class CheckMistakesTests : IDisposable
{
    private const string Folder = "tests/packs/mistakes";

    // The code and, in file order, where in its line the mistake begins.
    private static readonly (string Code, string Token)[] Mistakes =
    [
        ("CR2003", "enrolmnt"), ("CR2023", "and school"),
        ("CR2010", "\\\"specal"), ("CR2050", "(flag"),
        ("CR2004", "scool"), ("CR2060", "< 45"),
        ("CR2011", "> written_hours"), ("CR2024", "null\","),
        ("CR2006", "minuts("), ("CR2005", "'homework.daly"),
        ("CR2020", "人"), ("CR2008", "> '22"),
    ];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Check_prints_each_mistake_with_its_line_its_caret_and_help(string language)
    {
        Tool run = Tool.Run("check", RepositoryRoot.Combine(Folder), "--lang", language);
        Assert.Equal((3, string.Empty), (run.Code, run.Error));
        string shown = run.Output.Replace(Path.Combine(RepositoryRoot.Combine(Folder), "pack.json"), $"{Folder}/pack.json", StringComparison.Ordinal);
        ApprovedFile.Match($"tests/ComplianceRules.Cli.Tests/Golden/mistakes.{language}.approved.txt", shown);
    }

    [Fact]
    public void Each_mistake_stands_where_its_token_stands_in_the_file()
    {
        string[] lines = File.ReadAllLines(RepositoryRoot.Combine($"{Folder}/pack.json"));
        JsonElement[] problems = Problems();
        Assert.Equal(Mistakes.Select(m => m.Code), problems.Select(p => p.GetProperty("code").GetString()));
        foreach ((JsonElement problem, (string code, string token)) in problems.Zip(Mistakes))
        {
            string line = lines[problem.GetProperty("line").GetInt32() - 1];
            Assert.Equal((code, line.IndexOf(token, StringComparison.Ordinal) + 1), (code, problem.GetProperty("column").GetInt32()));
        }
    }

    [Fact]
    public void Each_mistake_has_a_message_and_help_in_both_languages() => Assert.All(Problems(), problem =>
    {
        foreach (string language in (string[])["zh", "en"])
        {
            Assert.NotEmpty(problem.GetProperty("message").GetProperty(language).GetString()!);
            Assert.NotEmpty(problem.GetProperty("help").GetProperty(language).GetString()!);
        }
    });

    [Fact]
    public void A_byte_order_mark_and_line_ends_of_two_characters_move_nothing()
    {
        string text = File.ReadAllText(RepositoryRoot.Combine($"{Folder}/pack.json")).Replace("\n", "\r\n", StringComparison.Ordinal);
        string other = Path.Combine(_folder.Path, "other");
        Directory.CreateDirectory(other);
        File.WriteAllText(Path.Combine(other, "pack.json"), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Assert.Equal(Problems().Select(Place), Problems(other).Select(Place));
    }

    private static (string? Code, int Line, int Column, int Length) Place(JsonElement problem) =>
        (problem.GetProperty("code").GetString(), problem.GetProperty("line").GetInt32(), problem.GetProperty("column").GetInt32(), problem.GetProperty("length").GetInt32());

    private static JsonElement[] Problems(string? folder = null) =>
        [.. JsonDocument.Parse(Tool.Run("check", folder ?? RepositoryRoot.Combine(Folder), "--format", "json").Output).RootElement.EnumerateArray()];
}
