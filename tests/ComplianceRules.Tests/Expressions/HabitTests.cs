using System.Collections.Immutable;
using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Tests.Golden;

namespace ComplianceRules.Tests.Expressions;

/// <summary>What authors write by habit of C#, SQL, spreadsheets and Chinese typing, and what they are told.</summary>
public sealed class HabitTests
{
    private static readonly string[] Habits =
    [
        "a = 5", "a === 5", "a !== 5", "a <> 5", "a => 5", "a =< 5", "flag & other", "flag | other", "flag and other", "flag AND other", "flag or other", "flag Or other", "flag xor other",
        "a mod 2 == 0", "not flag", "NOT flag", "NOT(flag)", "not a == b", "a ^ 2 > 9", "a ** 2 > 9", "a ?? 0 > 5", "school?.boarding",
        "a == null", "a != NULL", "a == None", "a IS NULL", "a is null", "a IS NOT NULL", "a is not null", "a is 5", "a is not 5",
        "a BETWEEN 1 AND 5", "a between 1 and 5", "a NOT BETWEEN 1 AND 5", "kind IN ('ordinary', 'special')", "kind in ('ordinary', 'special')", "kind in ('ordinary')", "kind IN ['ordinary']",
        "kind not in ['ordinary']", "kind NOT IN ('ordinary', 'special')", "kind !in ['ordinary']", "name LIKE 'a%'", "name NOT LIKE 'a%'", "name contains 'x'", "name startsWith 'x'",
        "flag == TRUE", "flag == True", "flag == FALSE", "flag == False", "rate >= 80%", "name == 'a' & 'b'", "name & 'b' == 'ab'",
        "1 < a < 5", "1 <= a <= 5", "1 < a < 5 && flag", "(1 < a) < 5",
        "IF(flag, 1, 2) > a", "if(flag, 1, 2) > a", "IIF(flag, 1, 2) > a", "iif(flag, 1, 2) > a", "if flag then 1 else 2", "CASE WHEN flag THEN 1 ELSE 2 END > a", "AND(flag, other)", "OR(flag, other)",
        "SUM(a) > 5", "AVERAGE(a) > 5", "COUNT(a) > 5", "COUNTIF(a, 5) > 5", "MAX(a, b) > 5", "MIN(a, b) > 5", "ROUND(a) > 5", "Math.Round(a) > 5", "LEN(name) > 5",
        "ISBLANK(a)", "ISNULL(a)", "string.IsNullOrEmpty(name)", "a.HasValue", "COALESCE(a, 0) > 5",
        "opened < TODAY()", "opened < NOW()", "opened < DateTime.Now", "opened < DateTime.Today", "opened < new DateTime(2026, 9, 1)", "opened < DATE(2026, 9, 1)", "opened.Year > 2020", "YEAR(opened) > 2020", "opened.Day > 15", "DAY(opened) > 15", "day(opened) > 15", "DayOfMonth(opened) > 15",
        "name.Length > 5", "name.length > 5", "school.classes.Count > 5", "name.StartsWith('x')", "name.EndsWith('x')", "name.Contains('x')", "name.matches('x')", "int(a) > 5", "name.ToString() == 'x'",
        "school.classes.Any(x => x.flag)", "school.classes.All(x => x.flag)", "school.classes.Where(x => x.flag).size() > 5", "school.classes.Count(x => x.flag) > 5",
        "school.classes.Sum(x => x.enrolment) > 5", "school.classes.Average(x => x.enrolment) > 5", "school.classes.Max(x => x.enrolment) > 5", "school.classes.Min(x => x.enrolment) > 5",
        "school.classes.Select(x => x.enrolment).sum() > 5", "school.classes.any(x -> x.flag)", "school.classes.Any()", "school.classes.any(x, x.flag)", "school.classes.some(x, x.flag)", "school.classes.every(x, x.flag)", "name.includes('x')", "school.classes.OrderBy(x => x.a)",
        "school.classes[0].flag", "{'a': 1}['a'] > a", "Kind{a: 1}.a > a", "name == b'x'", "a > 1u", ".a > 5", "`a` > 5", "a > 5.", "a == 5 // half", "a == 5 /* half */", "flag; other",
        "a ≤ 5", "a ＝＝ 5", "a ！= 5", "a !＝ 5", "flag ＆＆ other", "（flag)", "flag 且 other", "a 大于等于 5", "人数 > 5", "name == “样例”", "a > $limit", "flag == 真", "enr\u043Elment > 5",
    ];

    public static TheoryData<string> All => [.. Habits];

    [Fact]
    public void What_is_said_of_each_habit_is_approved()
    {
        StringBuilder table = new();
        foreach (string habit in Habits)
        {
            table.Append(habit).Append('\n');
            foreach (Diagnostic problem in Written.Problems(habit))
            {
                foreach (TextLanguage language in (TextLanguage[])[TextLanguage.English, TextLanguage.Chinese])
                    table.Append($"    {problem.Span!.Column - 1} {problem.Code}: {problem.Message(language)} ({problem.Help(language)})\n");
            }
        }

        ApprovedFile.Match("tests/ComplianceRules.Tests/Golden/habits.approved.txt", table.ToString());
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_habit_is_answered_once_with_help_in_both_languages(string habit)
    {
        Diagnostic problem = Assert.Single(Written.Problems(habit));
        Assert.All(Enum.GetValues<TextLanguage>(), language => Assert.False(string.IsNullOrEmpty(problem.Help(language))));
    }

    [Theory]
    [InlineData("enrolmnt IS NULL", "CR2003 CR2023")]
    [InlineData("enrolmnt BETWEEN 1 AND 5", "CR2003 CR2023")]
    [InlineData("kind IN ('ordinary', 'specal')", "CR2023 CR2010")]
    [InlineData("AND(flag, enrolmnt > 5)", "CR2023 CR2003")]
    [InlineData("IF(flag, nothing, 2) > a", "CR2023 CR2003")]
    [InlineData("1 < a < nothing", "CR2060 CR2003")]
    [InlineData("a >= 80% and nothing", "CR2061 CR2023 CR2003")]
    [InlineData("NOT(nothing)", "CR2023 CR2003")]
    [InlineData("flag == TRUE && nothing", "CR2023 CR2003")]
    [InlineData("DateTime.Now > nothing", "CR2023 CR2003")]
    [InlineData("a ^ nothing > 5", "CR2062 CR2003")]
    [InlineData("school.classes[nothing].flag && nothing2", "CR2052 CR2003 CR2003")]
    public void Beside_a_habit_the_rest_is_looked_at(string expression, string codes) =>
        Assert.Equal(codes, string.Join(' ', Written.Problems(expression).Select(p => p.Code.ToString())));

    [Theory]
    [InlineData("and")]
    [InlineData("or")]
    [InlineData("not")]
    [InlineData("is")]
    [InlineData("between")]
    public void A_word_of_other_languages_is_a_name_where_a_value_begins(string word)
    {
        ImmutableArray<Diagnostic> problems = Written.Problems($"{word} > 5");
        Assert.Equal(["CR2003"], problems.Select(p => p.Code.ToString()));
    }
}
