using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Expressions;

public sealed class MixedListTests
{
    private const string Spread = "classes.map(k, k.a).cv()";

    private static readonly ExpressionScope Counting = SampleSchema.Scope() with { HasCelInts = true };

    [Theory]
    [InlineData("[1, 2.5].map(v, v / 2)", "0.5, 1.25")]
    [InlineData("[2.5, 1].map(v, v / 2)", "1.25, 0.5")]
    [InlineData("(flag ? [1] : [2.5]).map(v, v / 2)", "1.25")]
    [InlineData("(flag ? [2.5] : [1]).map(v, v / 2)", "0.5")]
    [InlineData("(flag ? [1] : [2.5].map(x, x)).map(v, v / 2)", "1.25")]
    [InlineData("(flag ? [3] : [1]).map(v, v / 2)", "0")]
    public void A_list_with_a_number_that_is_no_int_is_divided_as_numbers_are(string expression, string expected) =>
        Assert.Equal(expected, Written.Value(Written.Typed(expression, Counting), Written.Class(new SampleRow { ["flag"] = false })));

    [Theory]
    [InlineData("[1, 2].sum()", true)]
    [InlineData("[1, 2.5].sum()", false)]
    [InlineData("[2.5, 1].max()", false)]
    [InlineData("(flag ? [1] : [2.5]).min()", false)]
    [InlineData("(flag ? [1] : [2]).min()", true)]
    public void A_list_gives_an_int_only_where_all_its_items_are_ints(string expression, bool isInt) => Assert.Equal(isInt, Written.Typed(expression, Counting).Type.IsInt);

    [Theory]
    [InlineData($"[1, {Spread}].sum() > 1")]
    [InlineData($"[{Spread}, 1].avg() > 1")]
    [InlineData($"[0.5, {Spread}].map(v, v + 1).max() > 1")]
    [InlineData($"[0.5, {Spread}].exists(v, -v < 0)")]
    [InlineData($"(boarding ? [0.5] : [{Spread}]).sum() > 1")]
    [InlineData($"(boarding ? [{Spread}] : [0.5]).sum() > 1")]
    [InlineData($"[0.5, {Spread}].percentile(50) * 2 > 1")]
    public void Nothing_is_computed_with_a_list_that_may_hold_a_cv(string expression) =>
        Assert.Contains(Written.Problems(expression, SampleSchema.Scope("school")), p => p.Code == DiagnosticCodes.RootComputed);

    [Theory]
    [InlineData($"[0.5, {Spread}].min() < 0.5", "true")]
    [InlineData($"[0.4, {Spread}].max() > 0.5", "false")]
    [InlineData($"{Spread} in [0.5, 0.4]", "false")]
    [InlineData($"[{Spread}] == [{Spread}]", "true")]
    public void A_cv_is_compared_inside_lists_as_outside(string expression, string expected)
    {
        SampleFacts facts = new() { Classes = [new SampleRow { ["a"] = 3.0 }, new SampleRow { ["a"] = 4.0 }, new SampleRow { ["a"] = 8.0 }] };
        Assert.Equal(expected, Written.Value(Written.Typed(expression, SampleSchema.Scope("school")), facts, "school"));
    }

    [Theory]
    [InlineData("(flag ? [5] : [written_minutes]).max() <= enrolment")]
    [InlineData("(flag ? [written_minutes] : [5]).max() <= enrolment")]
    [InlineData("(flag ? [5].map(x, x) : [written_minutes]).max() <= enrolment")]
    [InlineData("(flag ? [5].map(x, x) : [written_minutes].map(x, x)).max() <= enrolment")]
    [InlineData("(flag ? (other ? [5] : [6]) : [written_minutes].map(x, x)).max() <= enrolment")]
    [InlineData("[5].exists(v, (flag ? v : written_minutes) <= enrolment)")]
    [InlineData("[5].exists(v, v + written_minutes <= enrolment)")]
    [InlineData("[5].exists(v, [v, written_minutes].max() <= enrolment)")]
    public void A_plain_number_takes_the_unit_of_its_neighbours_in_lists_too(string expression) =>
        Assert.Contains(Written.Problems(expression), p => p.Code == DiagnosticCodes.UnitsDiffer);

    [Theory]
    [InlineData("(flag ? [5] : [written_minutes]).max() <= homework")]
    [InlineData("(flag ? [5].map(x, x) : [written_minutes].map(x, x)).max() <= homework")]
    [InlineData("[5].exists(v, v + written_minutes <= homework)")]
    public void Units_that_agree_stay_allowed(string expression) => Assert.Equal(FieldType.Bool, Written.Typed(expression).Type.Kind);
}
