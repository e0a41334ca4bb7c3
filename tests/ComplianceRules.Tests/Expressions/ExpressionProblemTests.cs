using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Expressions;

public sealed class ExpressionProblemTests
{
    [Theory]
    [InlineData("a ) b", "CR2001: `)` cannot stand here (remove it, or look for what is missing before it)")]
    [InlineData("a b", "CR2001: `b` cannot stand here (remove it, or look for what is missing before it)")]
    [InlineData("* a", "CR2001: `*` cannot stand here (remove it, or look for what is missing before it)")]
    [InlineData("a.5", "CR2001: `.5` cannot stand here (remove it, or look for what is missing before it)")]
    [InlineData("a[0]", "CR2052: nothing can be taken out with `[…]` here (the rows of a list have no fixed order; ask the whole list with `exists`, `all`, `filter`, `count`, `max` and the like)")]
    [InlineData("flag ? b", "CR2051: `?` has no `:` behind it (write `a ? b : c` with both values; put a condition within a condition in parentheses)")]
    [InlineData("", "CR2002: the expression ends too early (look for a value or a `)` that is missing at the end)")]
    [InlineData("(a", "CR2050: `(` has no `)` to close it (add `)` behind what it encloses)")]
    [InlineData("enrolmnt > 5", "CR2003: unknown fact `enrolmnt` (did you mean `enrolment`?)")]
    [InlineData("boarding", "CR2003: unknown fact `boarding` (did you mean `school.boarding`?)")]
    [InlineData("xyzzy", "CR2003: unknown fact `xyzzy` (use the name of a declared field, or declare it in `facts`; texts and values of an enum stand in quotes)")]
    [InlineData("school.bording", "CR2003: unknown fact `school.bording` (did you mean `school.boarding`?)")]
    [InlineData("has(enrolmnt)", "CR2003: unknown fact `enrolmnt` (did you mean `enrolment`?)")]
    [InlineData("asof > opened", "CR2003: unknown fact `asof` (did you mean `as_of`?)")]
    [InlineData("scool.boarding", "CR2004: no `scool` can be seen from here (did you mean `school`?)")]
    [InlineData("year_group.grade > 1", "CR2004: no `year_group` can be seen from here (within reach: class, region, school)")]
    [InlineData("a > param('homework.daly_max')", "CR2005: unknown parameter `homework.daly_max` (did you mean `homework.daily_max`?)")]
    [InlineData("minuts(5) > 1", "CR2006: unknown function `minuts` (did you mean `minutes`?)")]
    [InlineData("name.frobnicate()", "CR2006: unknown function `frobnicate` (use a function of the rule language)")]
    [InlineData("minutes(5, 6)", "CR2007: `minutes` does not take these arguments (write `minutes(x)`)")]
    [InlineData("minutes('x')", "CR2007: `minutes` does not take these arguments (write `minutes(x)`)")]
    [InlineData("year([opened])", "CR2007: `year` does not take these arguments (write `year(date)`)")]
    [InlineData("percent(5)", "CR2007: `percent` does not take these arguments (write `percent(a, b)`)")]
    [InlineData("param()", "CR2007: `param` does not take these arguments (write `param(\"name\", \"key\")`)")]
    [InlineData("name > 5", "CR2008: `name` is `text` and `5` is `number`; the two do not go together (use values of one type on both sides: a date is `date(\"2026-09-01\")`, a time `time(\"08:20\")`, a yes or no `true` or `false`, a number has no quotes)")]
    [InlineData("enrolment == '45'", "CR2008: `enrolment` is `number` and `\"45\"` is `text`; the two do not go together (use values of one type on both sides: a date is `date(\"2026-09-01\")`, a time `time(\"08:20\")`, a yes or no `true` or `false`, a number has no quotes)")]
    [InlineData("flag == 1", "CR2008: `flag` is `bool` and `1` is `number`; the two do not go together (use values of one type on both sides: a date is `date(\"2026-09-01\")`, a time `time(\"08:20\")`, a yes or no `true` or `false`, a number has no quotes)")]
    [InlineData("name == kind", "CR2008: `name` is `text` and `kind` is `enum`; the two do not go together (use values of one type on both sides: a date is `date(\"2026-09-01\")`, a time `time(\"08:20\")`, a yes or no `true` or `false`, a number has no quotes)")]
    [InlineData("name + name", "CR2008: `name` is `text` and `name` is `text`; the two do not go together (use values of one type on both sides: a date is `date(\"2026-09-01\")`, a time `time(\"08:20\")`, a yes or no `true` or `false`, a number has no quotes)")]
    [InlineData("starts + 5", "CR2008: `starts` is `time` and `5` is `number`; the two do not go together (use values of one type on both sides: a date is `date(\"2026-09-01\")`, a time `time(\"08:20\")`, a yes or no `true` or `false`, a number has no quotes)")]
    [InlineData("minutes(5) - starts", "CR2008: `minutes(5)` is `number` and `starts` is `time`; the two do not go together (use values of one type on both sides: a date is `date(\"2026-09-01\")`, a time `time(\"08:20\")`, a yes or no `true` or `false`, a number has no quotes)")]
    [InlineData("starts * 2", "CR2008: `starts` is `time` and `2` is `number`; the two do not go together (use values of one type on both sides: a date is `date(\"2026-09-01\")`, a time `time(\"08:20\")`, a yes or no `true` or `false`, a number has no quotes)")]
    [InlineData("opened - starts", "CR2008: `opened` is `date` and `starts` is `time`; the two do not go together (use values of one type on both sides: a date is `date(\"2026-09-01\")`, a time `time(\"08:20\")`, a yes or no `true` or `false`, a number has no quotes)")]
    [InlineData("[1] < [2]", "CR2014: `[1]` is `list`, which has no order, so `<` cannot be used (use `==`, `!=` or `in`)")]
    [InlineData("a in [1, 'x']", "CR2008: `1` is `number` and `\"x\"` is `text`; the two do not go together (use values of one type on both sides: a date is `date(\"2026-09-01\")`, a time `time(\"08:20\")`, a yes or no `true` or `false`, a number has no quotes)")]
    [InlineData("name in subjects", "CR2008: `name` is `text` and `subjects` is `set`; the two do not go together (use values of one type on both sides: a date is `date(\"2026-09-01\")`, a time `time(\"08:20\")`, a yes or no `true` or `false`, a number has no quotes)")]
    [InlineData("5 in subjects", "CR2008: `5` is `number` and `subjects` is `set`; the two do not go together (use values of one type on both sides: a date is `date(\"2026-09-01\")`, a time `time(\"08:20\")`, a yes or no `true` or `false`, a number has no quotes)")]
    [InlineData("flag ? 1 : 'x'", "CR2008: `1` is `number` and `\"x\"` is `text`; the two do not go together (use values of one type on both sides: a date is `date(\"2026-09-01\")`, a time `time(\"08:20\")`, a yes or no `true` or `false`, a number has no quotes)")]
    [InlineData("a && flag", "CR2009: `a` is `number`, but `bool` is needed here (write a value of the type asked for)")]
    [InlineData("!a", "CR2009: `a` is `number`, but `bool` is needed here (write a value of the type asked for)")]
    [InlineData("-flag", "CR2009: `flag` is `bool`, but `number` is needed here (write a value of the type asked for)")]
    [InlineData("a ? 1 : 2", "CR2009: `a` is `number`, but `bool` is needed here (write a value of the type asked for)")]
    [InlineData("[flag] && flag", "CR2009: `[flag]` is `list`, but `bool` is needed here (write a value of the type asked for)")]
    [InlineData("a in 5", "CR2009: `5` is `number`, but `list, set` is needed here (write a value of the type asked for)")]
    [InlineData("kind == 'specal'", "CR2010: `specal` is not a value of `kind` (did you mean `special`?)")]
    [InlineData("'xyzzy' != kind", "CR2010: `xyzzy` is not a value of `kind` (its values: ordinary, special)")]
    [InlineData("kind in ['ordinary', 'specal']", "CR2010: `specal` is not a value of `kind` (did you mean `special`?)")]
    [InlineData("kind == (flag ? 'ordinary' : 'specal')", "CR2010: `specal` is not a value of `kind` (did you mean `special`?)")]
    [InlineData("'arts' in subjects", "CR2010: `arts` is not a value of `subjects` (did you mean `art`?)")]
    [InlineData("subjects == ['art', 'musik']", "CR2010: `musik` is not a value of `subjects` (did you mean `music`?)")]
    [InlineData("kind == stage", "CR2012: `kind` and `stage` do not have the same values (compare fields that declare the same values)")]
    [InlineData("kind in school.stages", "CR2012: `kind` and `school.stages` do not have the same values (compare fields that declare the same values)")]
    [InlineData("subjects == school.stages", "CR2012: `subjects` and `school.stages` do not have the same values (compare fields that declare the same values)")]
    [InlineData("name < 'x'", "CR2014: `name` is `text`, which has no order, so `<` cannot be used (use `==`, `!=` or `in`)")]
    [InlineData("flag >= other", "CR2014: `flag` is `bool`, which has no order, so `>=` cannot be used (use `==`, `!=` or `in`)")]
    [InlineData("kind > 'special'", "CR2014: `kind` is `enum`, which has no order, so `>` cannot be used (use `==`, `!=` or `in`)")]
    [InlineData("subjects <= ['art']", "CR2014: `subjects` is `set`, which has no order, so `<=` cannot be used (use `==`, `!=` or `in`)")]
    [InlineData("1 / 3", "CR2015: `/` stands between two whole numbers that are written out (write the result, or one of them with a point, such as `1.0`)")]
    [InlineData("1234567890123456", "CR2016: `1234567890123456` is no number that can be kept exactly (at most 15 significant digits, exponent from -15 to 15, digits behind the point)")]
    [InlineData("1e16", "CR2016: `1e16` is no number that can be kept exactly (at most 15 significant digits, exponent from -15 to 15, digits behind the point)")]
    [InlineData("1e99999999999", "CR2016: `1e99999999999` is no number that can be kept exactly (at most 15 significant digits, exponent from -15 to 15, digits behind the point)")]
    [InlineData("5u", "CR2056: there are no unsigned numbers in the rule language, so no `5u` (write `5`)")]
    [InlineData("1e", "CR2016: `1e` is no number that can be kept exactly (at most 15 significant digits, exponent from -15 to 15, digits behind the point)")]
    [InlineData("name == 'x", "CR2017: the text has no closing `'` (close the text; a line break is written `\\n`)")]
    [InlineData("name == 'x\ny'", "CR2017: the text has no closing `'` (close the text; a line break is written `\\n`)")]
    [InlineData("name == '\\q'", "CR2018: `\\q` is no escape (a backslash itself is written `\\\\`)")]
    [InlineData("name == '\\ud800'", "CR2018: `\\u` is no escape (a backslash itself is written `\\\\`)")]
    [InlineData("opened > date('2025-02-30')", "CR2019: `date(\"2025-02-30\")` has no value (write `date(\"YYYY-MM-DD\")`)")]
    [InlineData("opened > date('2025-2-3')", "CR2019: `date(\"2025-2-3\")` has no value (write `date(\"YYYY-MM-DD\")`)")]
    [InlineData("starts > time('8.20')", "CR2019: `time(\"8.20\")` has no value (write `time(\"HH:MM\")`)")]
    [InlineData("percent(1, 0)", "CR2019: `percent(1, 0)` has no value (write `percent(a, b)`)")]
    [InlineData("a > 5；", "CR2020: the character `；` (U+FF1B) is not part of the language (names are made of the letters a to z, digits and `_`; other text stands in quotes)")]
    [InlineData("人数 > 5", "CR2020: the character `人` (U+4EBA) is not part of the language (names are made of the letters a to z, digits and `_`; other text stands in quotes)")]
    [InlineData("enr\u043Elment > 5", "CR2020: the character `о` (U+043E) is not part of the language (did you mean `enrolment`?)")]
    [InlineData("（a > 5)", "CR2020: the character `（` (U+FF08) is not part of the language (did you mean `(`?)")]
    [InlineData("a > 😀", "CR2020: the character `😀` (U+1F600) is not part of the language (names are made of the letters a to z, digits and `_`; other text stands in quotes)")]
    [InlineData("a ≤ 5", "CR2020: the character `≤` (U+2264) is not part of the language (did you mean `<=`?)")]
    [InlineData("a > $limit", "CR2020: the character `$` (U+0024) is not part of the language (did you mean `param(\"name\")`?)")]
    [InlineData("a > 5 且 a < 9", "CR2020: the character `且` (U+4E14) is not part of the language (did you mean `&&`?)")]
    [InlineData("a > 5 或者 a < 3", "CR2020: the character `或` (U+6216) is not part of the language (did you mean `||`?)")]
    [InlineData("name == “样例”", "CR2020: the character `“` (U+201C) is not part of the language (did you mean `\"`?)")]
    [InlineData("a => 5", "CR2023: `=>` is written `>=` here (write it the way of this language)")]
    [InlineData("a =< 5", "CR2023: `=<` is written `<=` here (write it the way of this language)")]
    [InlineData("name == 'a\u202Eb'", "CR2021: the character U+202E is refused (control, bidirectional, private-use and decomposed (not NFC) characters are refused everywhere)")]
    [InlineData("name == '\\u202e'", "CR2021: the character U+202E is refused (control, bidirectional, private-use and decomposed (not NFC) characters are refused everywhere)")]
    [InlineData("name == 'e\u0301'", "CR2021: the character U+0301 is refused (control, bidirectional, private-use and decomposed (not NFC) characters are refused everywhere)")]
    [InlineData("while > 5", "CR2022: `while` is a reserved word and cannot be a name (give the field another name)")]
    [InlineData("a = 5", "CR2023: `=` is written `==` here (write it the way of this language)")]
    [InlineData("a <> 5", "CR2023: `<>` is written `!=` here (write it the way of this language)")]
    [InlineData("flag and other", "CR2023: `and` is written `&&` here (write it the way of this language)")]
    [InlineData("flag OR other", "CR2023: `OR` is written `||` here (write it the way of this language)")]
    [InlineData("not flag", "CR2023: `not` is written `!` here (write it the way of this language)")]
    [InlineData("flag & other", "CR2023: `&` is written `&&` here (write it the way of this language)")]
    [InlineData("flag | other", "CR2023: `|` is written `||` here (write it the way of this language)")]
    [InlineData("a == null", "CR2024: there is no `null` in the rule language (ask with `has(x)` whether a fact is known)")]
    [InlineData("a == 5 // half", "CR2025: an expression holds no comments (put the remark into the `note` of the rule)")]
    [InlineData("school.classes == 5", "CR2027: `school.classes` is a list of rows, not a value (write `school.classes.size()` to count it, `school.classes.all(c, …)` to test each row, `school.classes.map(c, c.…)` for values; `has(school.classes)` asks whether it was reported)")]
    [InlineData("school.classes.enrolment <= 45", "CR2027: `school.classes` is a list of rows, not a value (write `school.classes.size()` to count it, `school.classes.all(c, …)` to test each row, `school.classes.map(c, c.…)` for values; `has(school.classes)` asks whether it was reported)")]
    [InlineData("school == 5", "CR2028: `school` is a table, not a value (name one of its facts, such as `school.name`)")]
    [InlineData("has(school)", "CR2028: `school` is a table, not a value (name one of its facts, such as `school.name`)")]
    [InlineData("name.nothing > 5", "CR2029: before `.nothing` the name of a table must stand (a dot only leads to a field of a row above, such as `school.name`)")]
    [InlineData("school.name.nothing > 5", "CR2029: before `.nothing` the name of a table must stand (a dot only leads to a field of a row above, such as `school.name`)")]
    [InlineData("(a + b).c", "CR2029: before `.c` the name of a table must stand (a dot only leads to a field of a row above, such as `school.name`)")]
    [InlineData("enrolment < param('by.nothing')", "CR2030: parameter `by.nothing` goes by `nothing`, and no row here has that fact (name the key, such as `param(\"by.nothing\", \"x\")`)")]
    [InlineData("enrolment < param('class.limit', 'juniors')", "CR2031: parameter `class.limit` has no key `juniors` (did you mean `junior`?)")]
    [InlineData("enrolment < param('class.limit', 'senior')", "CR2031: parameter `class.limit` has no key `senior` (did you mean `junior`?)")]
    [InlineData("written_minutes < param('homework.daily_max', 'x')", "CR2032: parameter `homework.daily_max` has no keys (write `param(\"homework.daily_max\")`)")]
    [InlineData("has(a + b)", "CR2033: `has` asks for one fact or one list by its name (such as `has(enrolment)` or `has(school.boarding)`)")]
    [InlineData("has()", "CR2033: `has` asks for one fact or one list by its name (such as `has(enrolment)` or `has(school.boarding)`)")]
    [InlineData("has(as_of)", "CR2033: `has` asks for one fact or one list by its name (such as `has(enrolment)` or `has(school.boarding)`)")]
    [InlineData("a > param(name)", "CR2035: the names that `param` takes are written out in quotes (write `param(\"name\")`)")]
    [InlineData("a > param('class.limit', stage)", "CR2035: the names that `param` takes are written out in quotes (write `param(\"name\", \"key\")`)")]
    public void An_expression_in_trouble_gets_one_message_that_teaches(string expression, string message) => Assert.Equal(message, Written.Problem(expression));

    [Fact]
    public void A_list_name_is_no_value_in_its_own_table() => Assert.Equal(
        "CR2027: `classes` is a list of rows, not a value (write `classes.size()` to count it, `classes.all(c, …)` to test each row, `classes.map(c, c.…)` for values; `has(classes)` asks whether it was reported)",
        Written.Problem("classes > 5", SampleSchema.Scope(BaseTables.School)));

    [Fact]
    public void A_field_behind_a_list_is_answered_with_what_a_list_is_asked() =>
        Assert.StartsWith("CR2027: `classes` is a list of rows, not a value", Written.Problem("classes.enrolment <= 45", SampleSchema.Scope(BaseTables.School)), StringComparison.Ordinal);

    [Fact]
    public void All_problems_of_an_expression_come_at_once_and_in_order()
    {
        ImmutableArray<Diagnostic> problems = Written.Problems("enrolmnt > 5 and kind == 'x' || name > 5 || has(scool.boarding) || a + nothing + flag > 1 || !(unknown || a)");
        Assert.Equal(["CR2003", "CR2023", "CR2010", "CR2008", "CR2004", "CR2003", "CR2003", "CR2009"], problems.Select(p => p.Code.ToString()));
        Assert.Equal(problems.Select(p => p.Span!.Column).Order(), problems.Select(p => p.Span!.Column));
    }

    [Fact]
    public void All_lexical_problems_come_at_once() =>
        Assert.Equal(["CR2020", "CR2056", "CR2018"], Written.Problems("a ≤ 1u || name == '\\q'").Select(p => p.Code.ToString()));

    [Fact]
    public void A_part_in_trouble_keeps_the_rest_quiet() =>
        Assert.Equal("CR2003: unknown fact `nothing` (use the name of a declared field, or declare it in `facts`; texts and values of an enum stand in quotes)", Written.Problem("((nothing + 5) * 3 > 7 ? 4 : 5) > 3"));
}
