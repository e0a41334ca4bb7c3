using System.Text;
using System.Text.RegularExpressions;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Json;

namespace ComplianceRules.Tests.Expressions;

/// <summary>The table of docs/language.md, and the case that its examples are of.</summary>
internal static partial class LanguagePage
{
    private const string Section = "## Everything there is";

    private static readonly string[] Lines = File.ReadAllLines(RepositoryRoot.Combine("docs/language.md"));

    /// <summary>What each row is about: the names and signs of its first cell.</summary>
    public static IEnumerable<string> Names => Rows().SelectMany(row => CodeSpan().Matches(row[0]).Select(m => NameOf(m.Groups[1].Value)));

    /// <summary>The examples: an expression and what it comes to, as the page says.</summary>
    public static IEnumerable<(string Expression, string Result)> Examples =>
        Rows().SelectMany(row => Example().Matches(row[4]).Select(m => (m.Groups[1].Value, m.Groups[2].Value)));

    /// <summary>The rows of the table that have no example.</summary>
    public static IEnumerable<string> WithoutExample => Rows().Where(row => !Example().IsMatch(row[4])).Select(row => row[0]);

    /// <summary>What an expression comes to in the case of the page.</summary>
    public static string Result(string expression)
    {
        JsonNode page = StrictJson.Read(new SourceFile("language.md", Encoding.UTF8.GetBytes(Case())), new DiagnosticBag())!;
        DiagnosticBag problems = new();
        SchoolCalendar calendar = new AuthorCalendarReader(problems).Read(new ObjectReader(page["calendar"]!, problems));
        Snapshot now = CaseSnapshotReader.Read(SampleSchema.Facts, page["facts"]!.Bytes, page.Span, calendar).Value;
        Snapshot before = CaseSnapshotReader.Read(SampleSchema.Facts, page["previous"]!.Bytes, page.Span, null).Value;
        DateOnly asOf = DateOnly.ParseExact(page["asOf"]!.Text, "yyyy-MM-dd");
        TypedExpression typed = Written.Typed(expression);
        RowFrames rows = new(now.Table(BaseTables.Class), 0, new ParameterTable(Parameters(page["parameters"]!)));
        Assert.Equal(0, problems.Count);
        return Shown(typed.Type, new ReferenceInterpreter(now, asOf, new SampleVerdicts(), before).Evaluate(typed, rows));
    }

    private static string Shown(ExpressionType type, Value value)
    {
        if (value is UnknownValue { Reason: var reason }) return $"unknown ({char.ToLowerInvariant(reason.ToString()[0])}{reason.ToString()[1..]})";
        return type.Unit is { } unit && !unit.Equals(Unit.One) ? $"{value.Text} {unit.Text}" : value.Text;
    }

    private static IEnumerable<KeyValuePair<(string Name, string? Key), Value>> Parameters(JsonNode written) => written.Members.SelectMany(member => member.Value.Kind == JsonKind.Object
        ? member.Value.Members.Select(key => KeyValuePair.Create<(string, string?), Value>((member.Name, key.Name), new NumberValue(Rational.Parse(key.Value.Text))))
        : [KeyValuePair.Create<(string, string?), Value>((member.Name, null), new NumberValue(Rational.Parse(member.Value.Text)))]);

    private static string Case() => string.Join('\n', Lines.SkipWhile(l => l != Section).SkipWhile(l => l != "```json").Skip(1).TakeWhile(l => l != "```"));

    private static IEnumerable<string[]> Rows() =>
        from line in Lines.SkipWhile(l => l != Section).Skip(1).TakeWhile(l => !l.StartsWith("## ", StringComparison.Ordinal))
        where line.StartsWith("| `", StringComparison.Ordinal)
        select Bar().Split(line.Trim()[1..^1]).Select(cell => cell.Trim().Replace("\\|", "|", StringComparison.Ordinal)).ToArray();

    // `x.size()` is about size, `v.previous.x` about previous, `a <= b` about the sign, `-a` about minus.
    private static string NameOf(string form)
    {
        if (form.Contains("previous.", StringComparison.Ordinal)) return "previous";
        if (Called().Match(form) is { Success: true } called) return called.Groups[1].Value;
        if (form.Contains('?', StringComparison.Ordinal)) return "?:";
        string[] words = form.Split(' ');
        return words.Length == 3 ? words[1] : form.Length == 2 ? form[..1] : form;
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex("`([^`]+)` is `([^`]+)`")]
    private static partial Regex Example();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bar();

    [GeneratedRegex(@"^(?:\w+\.)?(\w+)\(")]
    private static partial Regex Called();
}
