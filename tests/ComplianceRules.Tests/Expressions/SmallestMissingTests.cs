using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Tests.Engine;

namespace ComplianceRules.Tests.Expressions;

public sealed class SmallestMissingTests
{
    [Theory]
    [InlineData("flag && (flag || a > 1)", "flag")]
    [InlineData("flag || (flag && a > 1)", "flag")]
    [InlineData("(flag || a > 1) && (flag || b > 1) && flag", "flag")]
    [InlineData("(flag && a > 1) || (!flag && b > 1)", "a, b, flag")]
    [InlineData("flag ? flag : other", "flag, other")]
    [InlineData("flag ? true : flag && other", "flag")]
    [InlineData("flag || (other ? true : true)", "other")]
    [InlineData("(a > 1 || b > 1) && (a > 1 || c > 1) && a > 1", "a")]
    [InlineData("(a > b || c > 1) && a > b", "a, b")]
    [InlineData("a > 1 && (a > 2 || flag)", "a, flag")]
    [InlineData("(flag || other) && (other || flag)", "flag, other")]
    public void A_condition_that_stands_twice_can_spare_facts(string expression, string facts) => Assert.Equal((facts, true), Found(expression));

    [Fact]
    public void Conditions_on_rows_of_a_list_are_the_same_only_on_the_same_row()
    {
        SampleFacts facts = new() { Classes = [[], [], new SampleRow { ["flag"] = true }] };
        Assert.Equal("boarding Absent, classes.flag Absent x2", Missing("classes.all(c, c.flag || boarding)", facts));
        Assert.Equal("boarding Absent", Missing("boarding && classes.all(c, c.flag || boarding)", facts));
        Assert.Equal("classes.flag Absent x2", Missing("classes.all(c, c.flag) && classes.all(d, d.flag || d.other)", facts));
        Assert.Equal("classes.flag Absent x2, classes.other Absent x2", Missing("classes.exists(c, c.flag) && classes.all(d, d.flag || d.other)", new SampleFacts { Classes = [[], []] }));
    }

    [Theory]
    [InlineData("classes.filter(c, c.flag).all(c, c.a > 1)", "classes.a Absent x2, classes.flag Absent x2")]
    [InlineData("classes.filter(c, c.flag).map(c, c.a).max() > 1.0", "classes.a Absent x2, classes.flag Absent x2")]
    [InlineData("classes.map(c, c.a).exists(x, x > 1)", "classes.a Absent x2")]
    [InlineData("classes.map(c, c.a).exists(x, x > 1 && x > 1)", "classes.a Absent x2")]
    [InlineData("classes.exists_one(c, c.flag)", "classes.flag Absent x2")]
    [InlineData("classes.count(c, c.flag && c.other) > 1.0", "classes.flag Absent x2, classes.other Absent x2")]
    [InlineData("classes.share(c, c.flag) > 50.0", "classes.flag Absent x2")]
    [InlineData("classes.map(c, c.c / 0.0).sum() > 1.0", "classes.c / 0.0 DivisionByZero x2")]
    [InlineData("[staff > 1, boarding].exists(x, x)", "boarding Absent, staff Absent")]
    [InlineData("classes.exists(c, classes.all(d, d.a > c.b))", "classes.a Absent x2, classes.b Absent x2")]
    [InlineData("region.classes.exists(c, c.flag)", "region.classes.flag Absent x2")]
    public void What_macros_miss_goes_by_the_lists_that_they_go_through(string expression, string missing) =>
        Assert.Equal(missing, Missing(expression, new SampleFacts { Classes = [new SampleRow { ["c"] = 1 }, new SampleRow { ["c"] = 2 }] }));

    [Fact]
    public void A_list_that_was_not_reported_is_missing_with_what_its_conditions_ask_of_rows_at_hand()
    {
        SampleFacts facts = new() { ReportsClasses = false };
        Assert.Equal("boarding Absent, classes NotReported", Missing("classes.all(c, c.flag || boarding)", facts));
        Assert.Equal("classes NotReported, region.population Absent", Missing("classes.filter(c, region.population > 1).map(c, c.a).sum() > 1.0", facts));
    }

    [Fact]
    public void Beyond_twelve_facts_that_may_be_spared_the_set_is_minimal_and_says_so()
    {
        SampleFacts facts = new() { Classes = [.. Enumerable.Range(0, 14).Select(_ => new SampleRow())] };
        // Either of the two parts decides alone where it comes out false, but neither always does.
        (string found, bool isSmallest) = Found("classes.exists(c, c.flag) && (classes.exists(c, c.flag) || classes.exists(c, c.other))", facts, BaseTables.School);
        Assert.Equal(("classes.flag x14", true), (found, isSmallest));
        (found, isSmallest) = Found("classes.all(c, c.flag && (c.flag || c.other) || c.other && (c.flag || c.other))", facts, BaseTables.School);
        Assert.Equal(("classes.flag x14, classes.other x14", true), (found, isSmallest));
    }

    [Fact]
    public void The_work_is_bounded_and_what_is_found_then_still_decides()
    {
        SampleFacts facts = new() { Classes = [.. Enumerable.Range(0, 2_000).Select(_ => new SampleRow())] };
        Assert.Equal(("boarding, classes.flag x2000", false), Found("classes.all(c, c.flag || boarding)", facts, BaseTables.School));
    }

    [Fact]
    public void The_set_is_the_one_that_trying_everything_finds() => Dice.Check(400, dice =>
    {
        MadeCondition made = MadeCondition.Of(dice, depth: 4);
        (ImmutableArray<string> facts, bool isKnown) = made.Smallest();
        if (isKnown) return;
        Assert.True((string.Join(", ", facts), true) == Found(made.Tree(), new SampleFacts(), BaseTables.Class), $"{made}");
    });

    private static string Missing(string expression, SampleFacts facts) => Written.Missing(Written.Typed(expression, SampleSchema.Scope(BaseTables.School)), facts, BaseTables.School);

    private static (string Facts, bool IsSmallest) Found(string expression, SampleFacts? given = null, string table = BaseTables.Class) =>
        Found(Written.Typed(expression, SampleSchema.Scope(table)), given ?? new SampleFacts(), table);

    private static (string Facts, bool IsSmallest) Found(TypedExpression expression, SampleFacts facts, string table)
    {
        Snapshot snapshot = facts.Snapshot();
        ReferenceInterpreter interpreter = new(snapshot, Written.AsOf, new SampleVerdicts());
        LiteralExpression always = new(ExpressionType.Bool, Value.True);
        MissingSet missing = interpreter.MissingOfVerdict(always, expression, facts.Frames(snapshot, table));
        return (string.Join(", ", missing.Facts.Select(f => f.Rows == 1 ? f.Path : $"{f.Path} x{f.Rows}")), missing.IsSmallest);
    }
}
