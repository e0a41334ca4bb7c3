using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using FsCheck;
using FsCheck.Fluent;

namespace ComplianceRules.Tests.Expressions;

public sealed class ExpressionPropertyTests
{
    private static readonly string[] Fragments =
    [
        "a", "b", "flag", "other", "enrolment", "kind", "name", "school", "boarding", "lights_out", "starts", "opened", "subjects", "as_of", "nothing",
        "'special'", "\"art\"", "1", "2.5", "0", "1e9", "true", "false", "null", "and", "while", "in", "has", "param", "minutes", "date", "time", "percent",
        "(", ")", "[", "]", ",", ".", "?", ":", "!", "-", "+", "*", "/", "%", "==", "!=", "<", "<=", "&&", "||", "=", "&", "'", "\\", "//", "@", "。", "\uD800", "\u202E", "\n",
    ];

    private static readonly SampleFacts Facts = new()
    {
        Classes = [new SampleRow { ["a"] = 7, ["b"] = 0, ["flag"] = true, ["kind"] = "special", ["subjects"] = "art", ["lights_out"] = "00:30" }],
        School = new SampleRow { ["boarding"] = false },
    };

    [Fact]
    public void Any_text_is_read_or_refused_but_never_throws() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text => ReadsOrRefuses(text ?? string.Empty)).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_row_of_words_is_read_or_refused_but_never_throws()
    {
        Gen<string> words = Gen.Elements(Fragments).ListOf().Select(w => string.Join(" ", w));
        Prop.ForAll(words.ToArbitrary(), ReadsOrRefuses).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
    }

    [Fact]
    public void Any_condition_comes_to_the_same_twice_and_prints_to_the_same_again() =>
        Prop.ForAll(Conditions(4).ToArbitrary(), text =>
        {
            TypedExpression typed = Written.Typed(text);
            TypedExpression again = Written.Typed(Written.Printed(text));
            string value = Written.Value(typed, Facts);
            return value == Written.Value(typed, Facts)
                && value == Written.Value(again, Facts)
                && (value.StartsWith('?') || Written.Missing(typed, Facts).Length == 0);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Filling_a_missing_fact_never_turns_a_known_answer() =>
        Prop.ForAll(Conditions(4).ToArbitrary(), Gen.Choose(-3, 12).ToArbitrary(), (text, number) =>
        {
            TypedExpression typed = Written.Typed(text);
            string before = Written.Value(typed, Facts);
            SampleFacts filled = new() { Classes = [new SampleRow(Facts.Classes[0]) { ["c"] = number, ["other"] = number > 3 }], School = Facts.School };
            return before.StartsWith('?') || before == Written.Value(typed, filled);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static bool ReadsOrRefuses(string text)
    {
        DiagnosticBag problems = new();
        TypedExpression? typed = new ExpressionChecker(SampleSchema.Scope(), problems).Read(Written.Json(text));
        Assert.All(problems.InFileOrder(), p => Assert.NotEmpty(p.ToText(TextLanguage.Chinese)));
        return typed is null == problems.HasErrors && (typed is null || Written.Value(typed, Facts).Length >= 0);
    }

    private static Gen<string> Conditions(int depth) => depth == 0
        ? Gen.OneOf(
            Gen.Elements("flag", "other", "true", "school.boarding", "has(a)", "kind == 'special'", "'art' in subjects", "lights_out > time('23:00')"),
            Comparisons(0))
        : Gen.OneOf(
            Comparisons(depth - 1),
            from left in Conditions(depth - 1) from sign in Gen.Elements("&&", "||", "==", "!=") from right in Conditions(depth - 1) select $"({left}) {sign} ({right})",
            from inner in Conditions(depth - 1) select $"!({inner})",
            from test in Conditions(depth - 1) from yes in Conditions(depth - 1) from no in Conditions(depth - 1) select $"({test}) ? ({yes}) : ({no})");

    private static Gen<string> Comparisons(int depth) =>
        from left in Numbers(depth) from sign in Gen.Elements("==", "!=", "<", "<=", ">", ">=") from right in Numbers(depth) select $"{left} {sign} {right}";

    private static Gen<string> Numbers(int depth) => depth == 0
        ? Gen.Elements("a", "b", "c", "1", "2.5", "-3")
        : from left in Numbers(depth - 1) from sign in Gen.Elements("+", "-", "%") from right in Numbers(depth - 1) select $"({left}) {sign} ({right})";
}
