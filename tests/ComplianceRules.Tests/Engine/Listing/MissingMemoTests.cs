using ComplianceRules.Engine;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Kinds;
using ComplianceRules.Tests.Expressions;

namespace ComplianceRules.Tests.Engine.Listing;

public sealed class MissingMemoTests
{
    private static readonly string[] Absentees = ["a", "b", "c", "flag", "other", "boarding"];

    private static readonly string[] Conditions =
    [
        "flag && (other || a > 1)", "a / b > c", "a > 1 ? b > 1 : other", "(flag ? a : b) > c && !other", "school.boarding || region.population > 1", "kind == 'special' || a > b",
        "'art' in subjects || flag", "a in [b, c, 2] && flag", "enrolment > param('class.limit') || flag", "has(a) ? a > 1 : flag", "has(school.year_groups) || flag",
        "previous.a > a || flag", "lights_out - study_end > minutes(30) || flag", "opened > closed && a > 1", "working_days_between(opened, closed) > 3 || flag",
        "signed * seats > a || halves > 2", "-a > b", "region.population > 1 ? a > 1 : [a, b].exists(x, x > 1)", "school.site / school.staff > 4.0 || a > 1", "school.classes.all(x, x.flag || x.a > 1)",
        "school.classes.exists(x, x.flag && school.boarding) || flag", "school.classes.filter(x, x.a > a).map(x, x.b).sum() > 2 && flag", "region.schools.size() > 1 || a > 1",
        "region.population > 1 ? school.classes.size() > 2 : flag", "school.classes.filter(x, x.kind == kind).size() > b || region.classes.exists(x, x.a > c && region.population > 1)",
        "previous.a > 1 || school.classes.exists(x, x.a == previous.a)", "2 in school.classes.map(x, x.a) || b > 1", "school.classes.map(x, x.a).avg() > c",
    ];

    [Fact]
    public void What_is_remembered_is_what_would_be_found_anew() => Dice.Check(300, dice =>
    {
        SampleFacts facts = Facts(dice);
        Snapshot snapshot = facts.Snapshot();
        ReferenceInterpreter interpreter = new(snapshot, Written.AsOf, new SampleVerdicts());
        FactTable classes = snapshot.Table(BaseTables.Class);
        JudgedForm form = new(Typed(dice), Typed(dice));
        MissingMemo memo = new(form, snapshot, classes, interpreter, Find) { KeepsRows = dice.OneIn(2) };
        ParameterTable[] parameters = [new([]), new([KeyValuePair.Create<(string, string?), Value>(("class.limit", "primary"), new NumberValue(Rational.Of(4)))])];
        for (int row = 0; row < classes.Count; row++)
        {
            ParameterTable given = dice.Pick(parameters);
            Assert.Equal(Text(Find(new RowFrames(classes, row, given))), Text(memo.Of(row, given)));
        }

        MissingSet Find(RowFrames row) => interpreter.MissingOfVerdict(form.Applies, form.Holds, row);
    });

    [Theory]
    [InlineData("a > 1 && flag", 1)]
    [InlineData("school.boarding && flag && a > 1", 1)]
    [InlineData("seats > 100 || c > 1 && flag", 1)]
    [InlineData("school.classes.all(x, x.flag)", 300)]
    [InlineData("school.classes.exists(x, x.a > a) && flag", 300)]
    public void Rows_that_look_alike_are_looked_at_once(string condition, int times) => Assert.Equal(times, Looks(condition, _ => []));

    [Theory]
    [InlineData("school.classes.all(x, x.flag)")]
    [InlineData("school.classes.exists(x, x.a > a) && flag")]
    [InlineData("region.schools.size() > school.classes.map(x, x.a).sum()")]
    public void Rows_that_report_no_list_are_looked_at_once(string condition) => Assert.Equal(1, Looks(condition, _ => [], reportsLists: false));

    [Fact]
    public void Rows_whose_values_differ_are_looked_at_once_for_each_way_in_which_they_answer() =>
        Assert.Equal(2, Looks("c > 5 ? flag : other", row => new SampleRow { ["c"] = row / 10.0 }));

    [Theory]
    [InlineData(30, 1)]
    [InlineData(40, 300)]
    public void A_rule_of_more_parts_than_are_told_apart_is_asked_anew_on_each_row(int parts, int times) =>
        Assert.Equal(times, Looks(string.Join(" || ", Enumerable.Range(0, parts).Select(i => $"a > {i}")), _ => [], string.Join(" || ", Enumerable.Range(0, parts).Select(i => $"b > {i}"))));

    private static int Looks(string condition, Func<int, SampleRow> row, string applies = "true", bool reportsLists = true)
    {
        SampleFacts facts = new() { ReportsClasses = reportsLists, Classes = [.. Enumerable.Range(0, 300).Select(row)] };
        Snapshot snapshot = facts.Snapshot();
        ReferenceInterpreter interpreter = new(snapshot, Written.AsOf, new SampleVerdicts());
        JudgedForm form = new(Written.Typed(applies), Written.Typed(condition));
        int looks = 0;
        MissingMemo memo = new(form, snapshot, snapshot.Table(BaseTables.Class), interpreter, frames => { looks++; return interpreter.MissingOfVerdict(form.Applies, form.Holds, frames); });
        ParameterTable parameters = new([]);
        for (int i = 0; i < facts.Classes.Count; i++) memo.Of(i, parameters);
        return looks;
    }

    private static LogicExpression Typed(Dice dice)
    {
        TypedExpression condition = dice.OneIn(2) ? MadeCondition.Of(dice, 3).Tree() : Written.Typed(dice.Pick(Conditions));
        return new LogicExpression(dice.OneIn(2), condition, new NotExpression(Written.Typed(dice.Pick(Conditions))));
    }

    private static SampleFacts Facts(Dice dice)
    {
        string[] absent = [.. Absentees.Where(_ => dice.OneIn(3))];
        return new SampleFacts
        {
            HasRegion = !dice.OneIn(4),
            ReportsClasses = dice.OneIn(2),
            School = Row(dice, absent, ("boarding", true), ("site", 40), ("staff", dice.Of(0, 2, 10))),
            Classes =
            [
                .. Enumerable.Range(0, 30).Select(_ => Row(
                    dice, absent, ("a", dice.Between(0, 3)), ("b", dice.Between(0, 2)), ("c", dice.Of(0, 1.5, 2)), ("flag", dice.OneIn(2)), ("other", dice.OneIn(2)), ("kind", dice.Of("ordinary", "special")),
                    ("subjects", dice.Of("art", "art music", string.Empty)), ("enrolment", dice.Between(3, 5)), ("stage", dice.Of("primary", "junior")), ("lights_out", dice.Of("21:00", "00:30")),
                    ("study_end", "20:00"), ("opened", new DateOnly(2026, 1, dice.Between(1, 3))), ("closed", new DateOnly(2026, 1, 2)), ("signed", -1), ("seats", dice.Between(0, 60)), ("halves", 2.5))),
            ],
        };
    }

    private static SampleRow Row(Dice dice, string[] absent, params ReadOnlySpan<(string Field, object Value)> cells)
    {
        SampleRow row = [];
        foreach ((string field, object value) in cells)
        {
            if (absent.Contains(field) || dice.OneIn(4)) continue;
            row[field] = dice.OneIn(6) ? dice.Of(UnknownReason.OutOfRange, UnknownReason.WrongType) : value;
        }

        return row;
    }

    private static string Text(MissingSet missing) => $"{string.Join(", ", missing.Facts)} {missing.IsSmallest}";
}
