using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Expressions;

public sealed class MacroTests
{
    private const string Unknown = "?Absent";

    [Theory]
    [InlineData("", "true", "false", "false", "0")]
    [InlineData("T", "true", "true", "true", "1")]
    [InlineData("F", "false", "false", "false", "0")]
    [InlineData("U", Unknown, Unknown, Unknown, Unknown)]
    [InlineData("TT", "true", "true", "false", "2")]
    [InlineData("TF", "false", "true", "true", "1")]
    [InlineData("TU", Unknown, "true", Unknown, Unknown)]
    [InlineData("UT", Unknown, "true", Unknown, Unknown)]
    [InlineData("FU", "false", Unknown, Unknown, Unknown)]
    [InlineData("TTU", Unknown, "true", "false", Unknown)]
    public void A_macro_is_decided_by_the_rows_that_are_known_where_they_decide(string flags, string all, string exists, string existsOne, string count)
    {
        SampleFacts facts = new() { Classes = [.. flags.Select(Row)] };
        Assert.Equal(all, OfSchool("classes.all(k, k.flag)", facts));
        Assert.Equal(exists, OfSchool("classes.exists(k, k.flag)", facts));
        Assert.Equal(existsOne, OfSchool("classes.exists_one(k, k.flag)", facts));
        Assert.Equal(count, OfSchool("classes.count(k, k.flag)", facts));
    }

    [Theory]
    [InlineData("classes.all(k, k.flag)")]
    [InlineData("classes.exists(k, k.flag)")]
    [InlineData("classes.exists_one(k, k.flag)")]
    [InlineData("classes.count(k, k.flag)")]
    [InlineData("classes.share(k, k.flag)")]
    [InlineData("classes.size() == 0")]
    [InlineData("size(classes)")]
    [InlineData("classes.filter(k, k.flag).size()")]
    [InlineData("classes.map(k, k.enrolment).sum()")]
    [InlineData("classes.map(k, k.enrolment).max()")]
    [InlineData("ends == time('12:00') || classes.all(k, true)", "class")]
    public void A_list_that_was_not_reported_is_never_an_empty_one(string expression, string subject = "school")
    {
        SampleFacts facts = new() { Classes = [new SampleRow { ["flag"] = true, ["enrolment"] = 40 }], ReportsClasses = false };
        expression = subject == "class" ? expression.Replace("classes.", "school.classes.", StringComparison.Ordinal) : expression;
        string value = Written.Value(Written.Typed(expression, SampleSchema.Scope(subject)), facts, subject);
        Assert.Equal(subject == "class" ? Unknown : "?NotReported", value);
    }

    [Theory]
    [InlineData("classes.size()", "0")]
    [InlineData("classes.map(k, k.enrolment).sum()", "0")]
    [InlineData("classes.map(k, k.enrolment).min()", "?NoRows")]
    [InlineData("classes.map(k, k.enrolment).max()", "?NoRows")]
    [InlineData("classes.map(k, k.enrolment).avg()", "?NoRows")]
    [InlineData("classes.map(k, k.enrolment).cv()", "?NoRows")]
    [InlineData("classes.map(k, k.enrolment).percentile(50)", "?NoRows")]
    [InlineData("classes.share(k, k.flag)", "?NoRows")]
    public void Of_no_rows_there_is_a_size_and_a_sum_and_no_statistic(string expression, string expected) =>
        Assert.Equal(expected, OfSchool(expression, new SampleFacts { Classes = [] }));

    [Theory]
    [InlineData("sum()", "12")]
    [InlineData("min()", "1")]
    [InlineData("max()", "6")]
    [InlineData("avg()", "3")]
    [InlineData("percentile(0)", "1")]
    [InlineData("percentile(25)", "1")]
    [InlineData("percentile(26)", "2")]
    [InlineData("percentile(50)", "2")]
    [InlineData("percentile(75.1)", "6")]
    [InlineData("percentile(100)", "6")]
    [InlineData("size()", "4")]
    public void An_aggregate_is_exact(string aggregate, string expected) =>
        Assert.Equal(expected, OfSchool($"classes.map(k, k.enrolment).{aggregate}", Enrolments(3, 1, 6, 2)));

    [Theory]
    [InlineData("", "0")]
    [InlineData(" == 0", "true")]
    public void Equal_values_do_not_vary(string comparison, string expected) => Assert.Equal(expected, OfSchool($"classes.map(k, k.a).cv(){comparison}", Numbers(7, 7, 7)));

    [Theory]
    [InlineData("", "0.408248290463863")]
    [InlineData(" < 0.408248290463864", "true")]
    [InlineData(" > 0.408248290463863", "true")]
    [InlineData(" == 0.408248290463863", "false")]
    [InlineData(" >= -1", "true")]
    public void A_coefficient_of_variation_is_compared_by_its_square_and_shown_rounded(string comparison, string expected) =>
        Assert.Equal(expected, OfSchool($"classes.map(k, k.a).cv(){comparison}", Numbers(1, 2, 3)));

    [Fact]
    public void A_coefficient_of_variation_takes_weights()
    {
        SampleFacts facts = new() { Classes = [new SampleRow { ["a"] = 1, ["b"] = 3 }, new SampleRow { ["a"] = 5, ["b"] = 1 }] };
        Assert.Equal("0.866025403784439", OfSchool("classes.map(k, k.a).cv(classes.map(k, k.b))", facts));
        Assert.Equal("true", OfSchool("classes.map(k, k.a).cv(classes.map(k, k.b)) == classes.map(k, k.a).cv([3, 1])", facts));
        Assert.Equal("?OutOfRange", OfSchool("classes.map(k, k.a).cv([1])", facts));
        Assert.Equal("?OutOfRange", OfSchool("classes.map(k, k.a).cv([2, -1])", facts));
        Assert.Equal("?DivisionByZero", OfSchool("classes.map(k, k.a).cv([0, 0])", facts));
    }

    [Fact]
    public void A_row_that_may_or_may_not_be_kept_counts_only_where_it_matters()
    {
        SampleFacts facts = new() { Classes = [new SampleRow { ["flag"] = true, ["a"] = 1 }, new SampleRow { ["a"] = 2 }] };
        Assert.Equal(Unknown, OfSchool("classes.filter(k, k.flag).size()", facts));
        Assert.Equal("true", OfSchool("classes.filter(k, k.flag).all(k, k.a <= 2)", facts));
        Assert.Equal(Unknown, OfSchool("classes.filter(k, k.flag).all(k, k.a <= 1)", facts));
        Assert.Equal("false", OfSchool("classes.filter(k, k.flag).all(k, k.a > 1)", facts));
        Assert.Equal("true", OfSchool("classes.filter(k, k.flag).exists(k, k.a == 1)", facts));
        Assert.Equal(Unknown, OfSchool("classes.filter(k, k.flag).exists(k, k.a == 2)", facts));
        Assert.Equal("1", OfSchool("classes.filter(k, k.flag).count(k, k.a == 1)", facts));
        Assert.Equal(Unknown, OfSchool("2 in classes.filter(k, k.flag).map(k, k.a)", facts));
        Assert.Equal("true", OfSchool("1 in classes.filter(k, k.flag).map(k, k.a)", facts));
        Assert.Equal("false", OfSchool("3 in classes.filter(k, k.flag).map(k, k.a)", facts));
    }

    [Theory]
    [InlineData("[1, 2, 3].map(x, x * 2)", "2, 4, 6")]
    [InlineData("[1, 2, 3].map(x, x > 1, x * 2) == [4, 6]", "true")]
    [InlineData("[1, 2] == [1, 2, 3]", "false")]
    [InlineData("[1, 2] != [2, 1]", "true")]
    [InlineData("[].size()", "0")]
    [InlineData("[].all(x, x > 1)", "true")]
    [InlineData("[].exists(x, x == 'a')", "false")]
    [InlineData("[].exists_one(x, x)", "false")]
    [InlineData("[].map(x, x * 2) == []", "true")]
    [InlineData("[].filter(x, x == date('2025-09-01')).size()", "0")]
    [InlineData("[3, 1].contains_all([1, 3])", "true")]
    [InlineData("[3, 1].contains_all([2])", "false")]
    [InlineData("['a', 'b'].exists(x, x == 'b')", "true")]
    [InlineData("classes.all(k, [1, 2].all(x, classes.all(m, k.a + m.a >= x)))", "true")]
    [InlineData("classes.map(k, k.school.boarding)", "true, true")]
    [InlineData("classes.all(k, k.a <= classes.map(m, m.a).max())", "true")]
    [InlineData("(boarding ? [1] : [2, 3]).size()", "1")]
    [InlineData("classes.map(k, k.opened).min()", "2024-09-01")]
    [InlineData("classes.share(k, k.a > 1) == 50", "true")]
    public void Lists_of_rows_and_of_values_can_be_gone_through(string expression, string expected)
    {
        SampleFacts facts = new()
        {
            School = new SampleRow { ["boarding"] = true },
            Classes = [new SampleRow { ["a"] = 1, ["opened"] = new DateOnly(2025, 9, 1) }, new SampleRow { ["a"] = 2, ["opened"] = new DateOnly(2024, 9, 1) }],
        };
        Assert.Equal(expected, OfSchool(expression, facts));
    }

    [Theory]
    [InlineData("[8].map(v, v + minutes(3)).max() > staff", "`min`")]
    [InlineData("[8].map(v, v - minutes(3)).max() > staff", "`min`")]
    [InlineData("(name.size() + minutes(3)) > staff", "`min`")]
    [InlineData("(boarding ? [1].map(x, x) : [minutes(3)]).max() > staff", "`min`")]
    public void A_number_without_a_unit_does_not_take_the_unit_from_another(string expression, string unit)
    {
        string problem = Written.Problem(expression, SampleSchema.Scope(BaseTables.School));
        Assert.StartsWith("CR2011", problem, StringComparison.Ordinal);
        Assert.Contains(unit, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_of_plain_numbers_takes_the_unit_of_what_it_is_held_against() =>
        Assert.Equal("true", OfSchool("[30, 40].exists(x, classes.all(k, k.enrolment <= x))", Enrolments(31, 40)));

    [Theory]
    [InlineData("classes.all(k, k.flagg)", "CR2003: unknown fact `class.flagg` (did you mean `k.flag`?)")]
    [InlineData("classes.all(k, flag)", "CR2003: unknown fact `flag` (did you mean `k.flag`?)")]
    [InlineData("classes.al(k, k.flag)", "CR2006: unknown function `al` (did you mean `all`?)")]
    [InlineData("classes.map(k, k.flag).sum()", "CR2009: `classes.map(k, k.flag)` is `list<bool>`, but `number` is needed here")]
    [InlineData("classes.map(k, k.subjects)", "CR2009: `k.subjects` is `set`, but `number, text, date, time, bool` is needed here")]
    [InlineData("classes.map(k, k.school.classes.filter(m, m.flag))", "CR2009: `k.school.classes.filter(m, m.flag)` is `list`, but `number, text, date, time, bool` is needed here")]
    [InlineData("[].all(x, x > 1 && x == 'a')", "CR2008: `x` is `text` and `1` is `number`")]
    [InlineData("[1, 2].contains(1)", "CR2023: `contains` is written `x in [1, 2]` here")]
    [InlineData("classes.all(k, k.subjects.contains('art'))", "CR2023: `contains` is written `x in k.subjects` here")]
    [InlineData("boarding.all(k, k)", "CR2009: `boarding` is `bool`, but `list` is needed here")]
    [InlineData("classes.all(k, k)", "CR2028: `k` is a table, not a value")]
    [InlineData("classes.filter(k, k.flag)", "CR2027: `classes.filter(k, k.flag)` is a list of rows, not a value")]
    [InlineData("classes.all(k, k.enrolment)", "CR2009: `k.enrolment` is `number`, but `bool` is needed here")]
    [InlineData("classes.map(k, k.enrolment).percentile(101)", "CR2007: `percentile` does not take these arguments")]
    public void What_does_not_fit_a_list_is_told(string expression, string problem) =>
        Assert.StartsWith(problem, Written.Problem(expression, SampleSchema.Scope(BaseTables.School)), StringComparison.Ordinal);

    [Fact]
    public void Lists_too_large_to_be_gone_through_again_and_again_are_unknown()
    {
        SampleFacts facts = new() { Classes = [.. Enumerable.Range(0, 4000).Select(i => new SampleRow { ["a"] = i })] };
        Assert.Equal("true", OfSchool("classes.all(k, k.a >= 0)", facts));
        Assert.Equal("?TooMuchWork", OfSchool("classes.all(k, classes.exists(m, m.a == k.a))", facts));
    }

    [Theory]
    [InlineData("classes.all(k, k.enrolment <= 45)")]
    [InlineData("classes.filter(k, k.kind == \"ordinary\").map(k, k.enrolment).max() <= 45")]
    [InlineData("classes.exists(k, k.previous.enrolment > k.enrolment)")]
    [InlineData("classes.all(k, k.previous.school.boarding == previous.boarding)")]
    [InlineData("classes.map(k, k.a).cv(classes.map(k, k.b)) <= 0.5")]
    [InlineData("classes.all(k, classes.count(m, m.a < k.a) < 3)")]
    public void A_macro_is_printed_as_it_is_written(string expression) => Assert.Equal(expression, Written.Printed(expression, SampleSchema.Scope(BaseTables.School)));

    private static SampleFacts[] Column(string field, params double[] values) => [new() { Classes = [.. values.Select(v => new SampleRow { [field] = v })] }];

    private static SampleFacts Numbers(params double[] values) => Column("a", values)[0];

    private static SampleFacts Enrolments(params double[] values) => Column("enrolment", values)[0];

    private static SampleRow Row(char flag) => flag switch
    {
        'T' => new SampleRow { ["flag"] = true },
        'F' => new SampleRow { ["flag"] = false },
        _ => [],
    };

    private static string OfSchool(string expression, SampleFacts facts) =>
        Written.Value(Written.Typed(expression, SampleSchema.Scope(BaseTables.School)), facts, BaseTables.School);
}
