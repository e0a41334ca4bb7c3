using ComplianceRules.Expressions;
using ComplianceRules.Tests.HouseRules;

namespace ComplianceRules.Tests.Expressions;

public sealed class LanguagePageTests
{
    public static IEnumerable<object[]> Examples => LanguagePage.Examples.Select(e => new object[] { e.Expression, e.Result });

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_of_the_page_comes_to_what_it_says(string expression, string result) => Assert.Equal(result, LanguagePage.Result(expression));

    [Fact]
    public void Every_row_of_the_page_has_an_example() => Assert.Empty(LanguagePage.WithoutExample);

    [Fact]
    public void The_page_has_a_row_for_everything_there_is_and_for_nothing_else()
    {
        string[] there = [.. FunctionRegistry.Names, .. MacroNames.All, .. AggregateNames.All, .. Surface.Words, .. Surface.Operators];
        NoFaults.In(there.Except(LanguagePage.Names).Select(name => $"docs/language.md has no row for `{name}`"));
        NoFaults.In(LanguagePage.Names.Except(there).Select(name => $"docs/language.md has a row for `{name}`, which there is not"));
    }
}
