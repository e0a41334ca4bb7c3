using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Json;

namespace ComplianceRules.Tests.Expressions;

public sealed class OperandTests
{
    [Theory]
    [InlineData("written_minutes", "Number", "60", "60", "min/d")]
    [InlineData("a", "Number", "-1.5e2", "-150", "1")]
    [InlineData("written_minutes", "Text", "$homework.daily_max", "param(\"homework.daily_max\")", "min/d")]
    [InlineData("written_minutes", "Text", "written_minutes + 5", "written_minutes + 5", "min/d")]
    [InlineData("written_minutes", "Text", "30 + 30", "30 + 30", "min/d")]
    [InlineData("rate", "Number", "80", "80", "%")]
    [InlineData("flag", "Bool", "true", "true", null)]
    [InlineData("opened", "Text", "date('2025-01-01')", "date(\"2025-01-01\")", null)]
    [InlineData("opened", "Text", "$opening", "param(\"opening\")", null)]
    [InlineData("starts", "Text", "time('08:20')", "time(\"08:20\")", null)]
    [InlineData("lights_out", "Text", "time('00:30')", "time(\"24:30\")", null)]
    [InlineData("kind", "Text", "'special'", "\"special\"", null)]
    [InlineData("name", "Text", "'x'", "\"x\"", null)]
    [InlineData("enrolment", "Text", "$class.limit", "param(\"class.limit\")", "pupil")]
    public void A_value_takes_the_type_of_what_it_is_held_against(string beside, string kind, string json, string printed, string? unit)
    {
        TypedExpression of = Written.Typed(beside);
        DiagnosticBag problems = new();
        TypedExpression? operand = new ExpressionChecker(SampleSchema.Scope(), problems).Operand(Written.Operand(kind, json), of.Type);
        Assert.NotNull(operand);
        Assert.Equal(0, problems.Count);
        Assert.Equal(printed, new ExpressionPrinter(SampleSchema.Scope()).Text(operand));
        Assert.Equal((of.Type.Kind, unit, of.Type.Scale), (operand.Type.Kind, operand.Type.Unit?.Text, operand.Type.Scale));
    }

    [Theory]
    [InlineData("written_minutes", "Text", "written_hours", "CR2011: `written_hours` is in `h/d`, `written_minutes` in `min/d` (units are never converted silently; `minutes(x)` and `hours(x)` convert times)")]
    [InlineData("enrolment", "Text", "$homework.daily_max", "CR2011: `param(\"homework.daily_max\")` is in `min/d`, `enrolment` in `pupil` (units are never converted silently; `minutes(x)` and `hours(x)` convert times)")]
    [InlineData("enrolment", "Text", "name", "CR2008: `name` is `text` and `enrolment` is `number`; the two do not go together (use values of one type on both sides: a date is `date(\"2026-09-01\")`, a time `time(\"08:20\")`, a yes or no `true` or `false`, a number has no quotes)")]
    [InlineData("enrolment", "Text", "$class.limits", "CR2005: unknown parameter `class.limits` (did you mean `class.limit`?)")]
    [InlineData("enrolment", "Text", "enrolmnt", "CR2003: unknown fact `enrolmnt` (did you mean `enrolment`?)")]
    [InlineData("enrolment", "Bool", "true", "CR2009: `true` is `bool`, but `number` is needed here (write a value of the type asked for)")]
    [InlineData("enrolment", "Null", "null", "CR2009: `null` is `null`, but `number` is needed here (write a value of the type asked for)")]
    [InlineData("enrolment", "Object", "{}", "CR2009: `{…}` is `object`, but `number` is needed here (write a value of the type asked for)")]
    [InlineData("enrolment", "Array", "[]", "CR2009: `[…]` is `list`, but `number` is needed here (write a value of the type asked for)")]
    [InlineData("opened", "Number", "2025", "CR2009: `2025` is `number`, but `date` is needed here (write a value of the type asked for)")]
    [InlineData("opened", "Text", "2025-01-01", "CR2034: `2025-01-01` is read as an expression (write `date('2025-01-01')`)")]
    [InlineData("starts", "Text", "08:20", "CR2034: `08:20` is read as an expression (write `time('08:20')`)")]
    [InlineData("kind", "Text", "special", "CR2034: `special` is read as an expression (write `'special'`)")]
    [InlineData("kind", "Text", "'specal'", "CR2010: `specal` is not a value of `kind` (did you mean `special`?)")]
    [InlineData("lights_out", "Text", "gate_closes", "CR2013: `gate_closes` and `lights_out` are times of different ranges, and one of them passes 24:00 (declare the same `range` for both fields)")]
    [InlineData("subjects", "Text", "school.stages", "CR2012: `school.stages` and `subjects` do not have the same values (compare fields that declare the same values)")]
    public void A_value_that_does_not_fit_is_refused_at_the_value(string beside, string kind, string json, string message)
    {
        DiagnosticBag problems = new();
        Assert.Null(new ExpressionChecker(SampleSchema.Scope(), problems).Operand(Written.Operand(kind, json), Written.Typed(beside)));
        string text = Assert.Single(problems.InFileOrder()).ToText(TextLanguage.English);
        Assert.Equal(message, text[text.IndexOf("CR", StringComparison.Ordinal)..]);
    }

    [Fact]
    public void A_list_of_texts_is_a_set()
    {
        DiagnosticBag problems = new();
        TypedExpression? set = new ExpressionChecker(SampleSchema.Scope(), problems).Operand(List("music", "art"), Written.Typed("subjects").Type);
        Assert.Equal(["art", "music"], Assert.IsType<SetValue>(Assert.IsType<LiteralExpression>(set).Value).Members);
        Assert.Equal(0, problems.Count);
    }

    [Fact]
    public void Every_item_of_a_list_that_does_not_fit_is_refused()
    {
        DiagnosticBag problems = new();
        JsonNode list = Written.Node(JsonKind.Array, "[]", Written.Json("arts"), Written.Node(JsonKind.Number, "5"), Written.Json("sport"));
        Assert.Null(new ExpressionChecker(SampleSchema.Scope(), problems).Operand(list, Written.Typed("subjects").Type));
        Assert.Equal(["CR2010", "CR2009"], problems.InFileOrder().Select(p => p.Code.ToString()));
    }

    [Fact]
    public void An_expression_is_a_JSON_string()
    {
        DiagnosticBag problems = new();
        Assert.Null(new ExpressionChecker(SampleSchema.Scope(), problems).Read(Written.Node(JsonKind.Number, "5")));
        Assert.Equal("pack.json(1,1): error CR2009: `5` is `number`, but `text` is needed here (write a value of the type asked for)", Assert.Single(problems.InFileOrder()).ToString());
    }

    [Fact]
    public void Two_checked_values_are_compared()
    {
        DiagnosticBag problems = new();
        ExpressionChecker checker = new(SampleSchema.Scope(), problems);
        SourceSpan at = new("pack.json", 3, 5);
        TypedExpression? good = checker.Compare(ComparisonOperator.LessOrEqual, Written.Typed("enrolment"), Written.Typed("45"), at);
        Assert.Equal("pupil", Assert.IsType<ComparisonExpression>(good).Right.Type.Unit?.Text);
        Assert.Equal(0, problems.Count);
        Assert.Null(checker.Compare(ComparisonOperator.Less, Written.Typed("enrolment"), Written.Typed("teachers"), at));
        Assert.Null(checker.Compare(ComparisonOperator.Less, Written.Typed("flag"), Written.Typed("true"), at));
        Assert.Equal(["pack.json(3,5) CR2011", "pack.json(3,5) CR2014"], problems.InFileOrder().Select(p => $"{p.Span} {p.Code}"));
    }

    [Fact]
    public void A_condition_is_a_truth_value()
    {
        ExpressionChecker checker = new(SampleSchema.Scope(), new());
        Assert.NotNull(checker.Condition(Written.Json("enrolment > 5")));
        Assert.Null(checker.Condition(Written.Json("enrolment")));
    }

    private static JsonNode List(params string[] items) => Written.Node(JsonKind.Array, "[]", [.. items.Select(Written.Json)]);
}
