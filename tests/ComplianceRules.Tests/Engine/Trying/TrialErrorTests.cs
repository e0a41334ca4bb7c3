using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;

namespace ComplianceRules.Tests.Engine.Trying;

public sealed class TrialErrorTests
{
    [Theory]
    [InlineData("enrolmnt > 1", "{\"enrolment\": 1}", "enrolment")]
    [InlineData("schol.n > 1", "{\"school\": {\"n\": 1}}", "school")]
    [InlineData("school.nmber > 1", "{\"school\": {\"number\": 1}}", "school.number")]
    [InlineData("cs.all(c, c.enrolmnt > 1)", "{\"cs\": [{\"enrolment\": 1}]}", "c.enrolment")]
    public void A_name_that_the_facts_do_not_have_is_no_missing_fact(string expression, string facts, string meant)
    {
        Diagnostic problem = Assert.Single(Tried.Errors(expression, facts).Diagnostics);
        Assert.Equal((DiagnosticCodes.TrialUnknownName, meant), (problem.Code, problem.DidYouMean));
    }

    [Fact]
    public void A_name_like_no_other_is_told_how_a_missing_fact_is_written()
    {
        Diagnostic problem = Assert.Single(Tried.Errors("zzz > 1").Diagnostics);
        Assert.Equal("the facts given have no `zzz`", problem.Message(TextLanguage.English));
        Assert.Contains("`null`", problem.Help(TextLanguage.English), StringComparison.Ordinal);
        Assert.Contains("`null`", problem.Help(TextLanguage.Chinese), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 +", 4)]
    [InlineData("", 1)]
    [InlineData("   ", 4)]
    [InlineData("1 + nosuch", 5)]
    [InlineData("'班' == nosuch", 8)]
    [InlineData("'\\\\' == nosuch", 9)]
    [InlineData("\"a\" == nosuch", 8)]
    [InlineData("'🐱' == nosuch", 9)]
    public void The_column_is_that_of_the_expression_itself(string expression, int column)
    {
        SourceSpan span = Assert.Single(Tried.Errors(expression).Diagnostics).Span!;
        Assert.Equal((ExpressionTrial.FileName, 1, column), (span.File, span.Line, span.Column));
    }

    [Fact]
    public void A_place_on_a_later_line_has_its_line_and_column()
    {
        SourceSpan span = Assert.Single(Tried.Errors("true &&\n  nosuch").Diagnostics).Span!;
        Assert.Equal((2, 3), (span.Line, span.Column));
    }

    [Fact]
    public void Every_problem_is_told_at_once() =>
        Assert.Equal("! CR2090, CR2090", Tried.Line("aaa > 1 && bbb", "{\"x\": 1}"));

    [Theory]
    [InlineData("[]", "CR4140")]
    [InlineData("1", "CR4140")]
    [InlineData("{\"a b\": 1}", "CR4141")]
    [InlineData("{\"1a\": 1}", "CR4141")]
    [InlineData("{\"\": 1}", "CR4141")]
    [InlineData("{\"true\": 1}", "CR4141")]
    [InlineData("{\"in\": 1}", "CR4141")]
    [InlineData("{\"as_of\": 1}", "CR4141")]
    [InlineData("{\"previous\": 1}", "CR4141")]
    [InlineData("{\"人数\": 1}", "CR4141")]
    [InlineData("{\"x\": {\"a-b\": 1}}", "CR4141")]
    [InlineData("{\"x\": 9223372036854775808}", "CR4142")]
    [InlineData("{\"x\": [1.5, 1234567890123456]}", "CR4142")]
    [InlineData("{\"x\": 1.2345678901234567}", "CR1014")]
    [InlineData("{\"x\": 1e400}", "CR1015")]
    [InlineData("{\"x\": [1, \"a\"]}", "CR4143")]
    [InlineData("{\"x\": [1, {\"a\": 1}]}", "CR4143")]
    [InlineData("{\"x\": [{\"a\": 1}, {\"a\": \"b\"}]}", "CR4143")]
    [InlineData("{\"x\": [{\"a\": 1}, {\"a\": [1]}]}", "CR4143")]
    [InlineData("{\"x\": [{\"a\": 1}, null]}", "CR4143")]
    [InlineData("{\"x\": [[1]]}", "CR4144")]
    [InlineData("{\"x\": [{\"a\": [1, 2]}]}", "CR4144")]
    [InlineData("{\"x\": [{\"a\": {\"b\": 1}}]}", "CR4144")]
    [InlineData("{\"a\": {\"x\": {\"n\": 1}}, \"x\": {\"n\": 2}}", "CR4145")]
    [InlineData("{\"x\": 1, \"x\": 2}", "CR1007")]
    [InlineData("{\"x\": 1,}", "CR1009")]
    [InlineData("{", "CR1011")]
    [InlineData("", "CR1005")]
    [InlineData("{\"x\": NaN}", "CR1010")]
    [InlineData("{\"x\": \"\\ud800\"}", "CR1016")]
    public void Facts_that_cannot_be_used_are_refused(string facts, string code)
    {
        TrialErrors errors = Tried.Errors("true", facts);
        Assert.True(errors.AreOfFacts);
        Assert.Equal(code, Assert.Single(errors.Diagnostics).Code.ToString());
    }

    [Fact]
    public void A_list_of_more_than_a_thousand_values_is_refused() =>
        Assert.Equal("! CR4146", Tried.Line("true", $"{{\"x\": [{string.Join(",", Enumerable.Range(0, 1001))}]}}"));

    [Fact]
    public void Rows_without_a_common_name_are_refused_before_they_take_all_memory() =>
        Assert.Equal("! CR4147", Tried.Line("true", $"{{\"x\": [{string.Join(",", Enumerable.Range(0, 2000).Select(i => $"{{\"a{i}\": 1}}"))}]}}"));

    [Fact]
    public void An_expression_that_is_wrong_too_is_the_graver_fault()
    {
        TrialErrors errors = Tried.Errors("1 +", "[]");
        Assert.False(errors.AreOfFacts);
        Assert.Equal(["CR2002", "CR4140"], errors.Diagnostics.Select(d => d.Code.ToString()));
    }

    [Fact]
    public void Facts_nested_without_end_are_refused() =>
        Assert.Equal("! CR1006", Tried.Line("true", string.Concat(Enumerable.Repeat("{\"a\":", 50_000)) + "1" + new string('}', 50_000)));

    [Theory]
    [InlineData("cs.n > 1", "{\"cs\": [{\"n\": 1}]}", "CR2027")]
    [InlineData("school.cs.n > 1", "{\"school\": {\"xs\": [1]}, \"cs\": [{\"n\": 1}]}", "CR2029")]
    [InlineData("xs.n > 1", "{\"xs\": [1]}", "CR2029")]
    public void A_fact_that_is_there_is_not_said_to_be_absent(string expression, string facts, string code) =>
        Assert.Equal(code, Assert.Single(Tried.Errors(expression, facts).Diagnostics).Code.ToString());

    [Theory]
    [InlineData("\0")]
    [InlineData("\ud800")]
    [InlineData("a\u202Eb")]
    [InlineData("((((((((((((((((((((((((((((((((((((((((1))))))))))))))))))))))))))))))))))))))))")]
    public void Absurd_expressions_are_errors(string expression) => Assert.NotEmpty(Tried.Errors(expression).Diagnostics);

    [Fact]
    public void A_megabyte_is_refused_by_its_length() => Assert.Equal("! CR2041", Tried.Line(new string('(', 1_000_000)));

    [Fact]
    public void A_small_stack_ends_no_process()
    {
        string deep = string.Concat(Enumerable.Repeat("!(", 15)) + "true" + new string(')', 15);
        string[] Lines() => [Tried.Line(deep), Tried.Line(string.Join(" + ", Enumerable.Repeat("1", 120))), Tried.Line("[1].map(a, [a].map(b, [b].map(c, c).sum()).sum())")];
        Assert.All(OnStackOf(256, Lines), line => Assert.True(line is "false : bool" or "120 : int" or "[1] : list" or "! CR2091", line));
    }

    private static string[] OnStackOf(int kilobytes, Func<string[]> run)
    {
        string[] seen = [];
        Thread thread = new(() => seen = run(), kilobytes * 1024);
        thread.Start();
        thread.Join();
        Assert.NotEmpty(seen);
        return seen;
    }

    [Fact]
    public void The_stack_of_a_thread_is_told_apart_from_other_depths() =>
        Assert.Equal("the expression is nested too deeply for the stack of this thread", new Diagnostic(DiagnosticCodes.TrialStackTooSmall, null).Message(TextLanguage.English));
}
