using System.Collections.Immutable;
using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Json;

namespace ComplianceRules.Tests.Expressions;

/// <summary>Expressions as an author writes them, read and judged.</summary>
internal static class Written
{
    public static readonly DateOnly AsOf = new(2026, 9, 1);

    public static JsonNode Json(string expression) => Raw(Quote(expression), expression);

    /// <summary>A JSON string as it stands in the file, and what it means.</summary>
    public static JsonNode Raw(string json, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        return new JsonNode(new SourceFile("pack.json", bytes), 0, bytes.Length, JsonKind.Text) { Text = text };
    }

    public static JsonNode Node(JsonKind kind, string text, params ReadOnlySpan<JsonNode> items)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        return new JsonNode(new SourceFile("pack.json", bytes), 0, bytes.Length, kind) { Text = text, Items = [.. items], Truth = text == "true" };
    }

    public static JsonNode Operand(string kind, string text) => kind == "Text" ? Json(text) : Node(Enum.Parse<JsonKind>(kind), text);

    public static TypedExpression Typed(string expression, ExpressionScope? scope = null)
    {
        DiagnosticBag problems = new();
        TypedExpression? typed = new ExpressionChecker(scope ?? SampleSchema.Scope(), problems).Read(Json(expression));
        Assert.True(typed is not null, $"{expression}: {string.Join("; ", problems.InFileOrder())}");
        return typed;
    }

    public static ImmutableArray<Diagnostic> Problems(string expression, ExpressionScope? scope = null)
    {
        DiagnosticBag problems = new();
        TypedExpression? typed = new ExpressionChecker(scope ?? SampleSchema.Scope(), problems).Read(Json(expression));
        Assert.True(typed is null == problems.HasErrors, expression);
        return problems.InFileOrder();
    }

    public static string UnitOf(string expression) => Typed(expression).Type.Unit?.Text ?? "none";

    /// <summary>The one problem of an expression as an author reads it, without its place.</summary>
    public static string Problem(string expression, ExpressionScope? scope = null)
    {
        string text = Assert.Single(Problems(expression, scope)).ToText(TextLanguage.English);
        return text[text.IndexOf("CR", StringComparison.Ordinal)..];
    }

    /// <summary>The value of an expression for the first class, as data writes it; <c>?</c> and the reason where it is unknown.</summary>
    public static string Value(string expression, SampleFacts? facts = null) => Value(Typed(expression), facts ?? new SampleFacts());

    public static string Value(TypedExpression expression, SampleFacts facts, string table = BaseTables.Class, SampleVerdicts? verdicts = null)
    {
        Snapshot snapshot = facts.Snapshot();
        Value value = new ReferenceInterpreter(snapshot, AsOf, verdicts ?? new SampleVerdicts()).Evaluate(expression, facts.Frames(snapshot, table));
        return value is UnknownValue unknown ? $"?{unknown.Reason}" : value.Text;
    }

    public static string Missing(TypedExpression expression, SampleFacts facts, string table = BaseTables.Class)
    {
        Snapshot snapshot = facts.Snapshot();
        ImmutableArray<MissingFact> missing = new ReferenceInterpreter(snapshot, AsOf, new SampleVerdicts()).Missing(expression, facts.Frames(snapshot, table));
        return string.Join(", ", missing.Select(m => m.Rows == 1 ? $"{m.Path} {m.Reason}" : $"{m.Path} {m.Reason} x{m.Rows}"));
    }

    public static Value Time(string clock) => TimeScale.TryParse(clock, out int minutes) ? new TimeValue(minutes) : throw new FormatException(clock);

    public static SampleFacts Class(SampleRow row) => new() { Classes = [row] };

    public static string Printed(string expression, ExpressionScope? scope = null) => new ExpressionPrinter(scope ?? SampleSchema.Scope()).Text(Typed(expression, scope));

    // Only what JSON must escape is escaped, as people write it.
    private static string Quote(string text)
    {
        StringBuilder json = new("\"");
        foreach (char c in text)
        {
            if (c is '"' or '\\') json.Append('\\').Append(c);
            else if (char.IsControl(c) || char.IsSurrogate(c)) json.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
            else json.Append(c);
        }

        return json.Append('"').ToString();
    }
}
