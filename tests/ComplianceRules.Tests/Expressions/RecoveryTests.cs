using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using FsCheck;
using FsCheck.Fluent;

namespace ComplianceRules.Tests.Expressions;

/// <summary>After a mistake the parser goes on: every mistake is said once, and no other is made up.</summary>
public sealed class RecoveryTests
{
    private static readonly string[] Good =
    [
        "flag && a > 5 || !other", "kind == 'special' && (a + b) * 2 >= 7", "a in [1, 2, 3] ? flag : other", "written_minutes <= param('homework.daily_max')", "has(enrolment) && enrolment <= 45",
        "lights_out > time(\"23:00\") || school.boarding", "percent(a, b) > 50 && -a < 3", "'art' in subjects && name != r'\\d'", "minutes(5) + minutes(a) > break_minutes",
    ];

    private static readonly string[] Pieces =
    [
        "(", ")", "[", "]", "{", "}", ",", ".", "?", ":", "!", "-", "+", "*", "/", "%", "==", "=", "<", "=>", "&&", "||", "&", "and", "not", "in", "IS", "NULL", "BETWEEN", "5", "'", "\"", "'x'",
        "\\", "//", "/*", "`", "0x", "1u", "1.", "b'x'", "r\"", "；", "“", "（", "≤", "@", "nothing", "a", "school", "x =>", "if", "CASE WHEN", "TRUE", "null", "??", "?.", "while", "\uD83D\uDE00", "\u202E",
    ];

    [Theory]
    [InlineData("a > 5) && enrolmnt > 3", "6 CR2001, 11 CR2003")]
    [InlineData("a > 5)) && nothing", "6 CR2001, 12 CR2003")]
    [InlineData("a, b, c", "2 CR2001")]
    [InlineData("a > 5) && flag) && other", "6 CR2001, 15 CR2001")]
    [InlineData("flag && && other", "9 CR2001")]
    [InlineData("flag && || nothing > 3 || )", "9 CR2001, 12 CR2003, 27 CR2001")]
    [InlineData("a + * nothing > 5", "5 CR2001, 7 CR2003")]
    [InlineData("a b > nothing && other", "3 CR2001, 7 CR2003")]
    [InlineData("a b c d > nothing", "3 CR2001, 11 CR2003")]
    [InlineData("a (nothing) > 5", "1 CR2006")]
    [InlineData("5 (nothing) > 5", "3 CR2001, 4 CR2003")]
    [InlineData("school boarding && nothing", "8 CR2001, 20 CR2003")]
    [InlineData("minutes(, 5) > 1", "9 CR2001")]
    [InlineData("a in [1,,2]", "9 CR2001")]
    [InlineData("a in [1, 2 3, nothing]", "12 CR2001, 15 CR2003")]
    [InlineData("percent(a : b, nothing) > 1", "11 CR2001, 16 CR2003")]
    [InlineData("() && nothing", "2 CR2001, 7 CR2003")]
    [InlineData("(a, nothing) && flag", "3 CR2001, 5 CR2003")]
    [InlineData("name.  > nothing", "8 CR2001, 10 CR2003")]
    [InlineData("a..b", "3 CR2001")]
    [InlineData("name.'x' > 5", "6 CR2001")]
    [InlineData("while > nothing", "1 CR2022, 9 CR2003")]
    [InlineData("null > nothing || 1u > nothing", "1 CR2024, 8 CR2003, 19 CR2056, 24 CR2003")]
    [InlineData("人数 > 5 && nothing > 3", "1 CR2020, 11 CR2003")]
    [InlineData("a ≤ 1u || name == '\\q' || nothing", "3 CR2020, 5 CR2056, 20 CR2018, 28 CR2003")]
    [InlineData("（a > 5) && nothing", "1 CR2020, 12 CR2003")]
    [InlineData("a > $limit && nothing", "5 CR2020, 15 CR2003")]
    [InlineData("flag ? a > nothing", "6 CR2051, 12 CR2003")]
    [InlineData("flag ? other ? 1 : 2 : nothing", "14 CR2001, 24 CR2003")]
    [InlineData("flag : nothing", "6 CR2001, 8 CR2003")]
    [InlineData("name == 'x && nothing", "9 CR2017")]
    [InlineData("(name == 'x)", "10 CR2017")]
    [InlineData("name == 'it's'", "14 CR2017")]
    [InlineData("nothing > 5 // half", "1 CR2003, 13 CR2025")]
    [InlineData("a > 5 /* x */ && nothing", "7 CR2025, 18 CR2003")]
    [InlineData("(a > 5 /* x", "8 CR2025")]
    [InlineData("flag && {'a': [1, {}]} && nothing", "9 CR2053, 27 CR2003")]
    [InlineData("{'a': {}", "1 CR2053")]
    [InlineData(") && nothing", "1 CR2001, 6 CR2003")]
    [InlineData("flag }", "6 CR2001")]
    [InlineData("(flag } && nothing", "7 CR2001, 12 CR2003")]
    public void Every_mistake_is_found_and_said_once(string expression, string found) => Assert.Equal(found, Found(expression));

    [Theory]
    [InlineData("(a", "1 CR2050")]
    [InlineData("((a > 5) && flag", "1 CR2050")]
    [InlineData("minutes(5", "8 CR2050")]
    [InlineData("(a > 5 && enrolmnt > 3", "1 CR2050, 11 CR2003")]
    [InlineData("percent((a, b) > 5", "9 CR2050")]
    [InlineData("flag ? (a : b", "8 CR2050")]
    [InlineData("a in [1, (2]", "10 CR2050")]
    [InlineData("a in [1, 2", "6 CR2050")]
    [InlineData("(flag && (other", "1 CR2050, 10 CR2050")]
    [InlineData("minutes(5 > break_minutes", "8 CR2050")]
    [InlineData("percent(nothing, b > 5 && flag", "8 CR2050, 9 CR2003")]
    [InlineData("flag && (a in [1, 2) && nothing", "15 CR2050, 25 CR2003")]
    [InlineData("school.classes.all(c, c.flag && flag", "19 CR2050")]
    [InlineData("(a]", "3 CR2001")]
    [InlineData("a in [1, 2)", "11 CR2001")]
    public void A_bracket_that_is_not_closed_is_pointed_at(string expression, string found) => Assert.Equal(found, Found(expression));

    [Theory]
    [InlineData("")]
    [InlineData("a +")]
    [InlineData("flag && (a +")]
    [InlineData("percent(a, ")]
    [InlineData("flag ? ")]
    [InlineData("[1, minutes(")]
    public void What_ends_early_is_said_once(string expression) => Assert.Single(Written.Problems(expression));

    [Fact]
    public void Mutations_of_good_expressions_are_refused_or_read_and_said_once_a_place() =>
        Prop.ForAll(Mutations().ToArbitrary(), IsSaidOnce).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void Any_row_of_pieces_is_refused_or_read_and_said_once_a_place() =>
        Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(p => string.Join(' ', p)).ToArbitrary(), IsSaidOnce).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    private static string Found(string expression) => string.Join(", ", Written.Problems(expression).Select(p => $"{p.Span!.Column - 1} {p.Code}"));

    private static Gen<string> Mutations() =>
        from good in Gen.Elements(Good)
        from mutations in Gen.Choose(1, 3)
        from changes in Gen.ArrayOf(Change(), mutations)
        select changes.Aggregate(good, (text, change) => change(text));

    private static Gen<Func<string, string>> Change() =>
        from place in Gen.Choose(0, 1_000)
        from length in Gen.Choose(0, 6)
        from piece in Gen.Elements(Pieces)
        from kind in Gen.Choose(0, 2)
        select new Func<string, string>(text =>
        {
            int at = place % (text.Length + 1);
            int cut = kind == 0 ? 0 : Math.Min(length, text.Length - at);
            return string.Concat(text.AsSpan(0, at), kind == 1 ? string.Empty : $" {piece} ", text.AsSpan(at + cut));
        });

    private static bool IsSaidOnce(string text)
    {
        DiagnosticBag problems = new();
        TypedExpression? typed = new ExpressionChecker(SampleSchema.Scope(), problems).Read(Written.Json(text));
        Diagnostic[] found = [.. problems.InFileOrder()];
        Assert.All(found, p => Assert.False(string.IsNullOrEmpty(p.Help(TextLanguage.Chinese)), $"{p.Code} has no help"));
        return typed is null == problems.HasErrors && found.Select(p => p.Span!.Column).Distinct().Count() == found.Length;
    }
}
