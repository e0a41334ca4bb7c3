using ComplianceRules.Diagnostics;

namespace ComplianceRules.Tests.Interop;

public sealed class NullMeaningTests
{
    [Theory]
    [InlineData("input1.enrolment <= 45", "enrolment false undetermined")]
    [InlineData("input1.enrolment != 45", "enrolment true undetermined")]
    [InlineData("!(input1.enrolment <= 45)", "enrolment true undetermined")]
    [InlineData("input1.enrolment + 1 <= 45", "enrolment false undetermined")]
    [InlineData("input2.motto.Length > 1", "motto fails undetermined")]
    [InlineData("input2.motto.Contains(\"a\")", "motto fails undetermined")]
    [InlineData("input1.phones_in_class == false", "phones_in_class false undetermined")]
    [InlineData("input2.classes.Any()", "classes fails undetermined")]
    [InlineData("input2.classes.Sum(c => c.enrolment) > 1", "classes fails undetermined")]
    [InlineData("input2.classes.Sum(c => c.enrolment) > 1", "classes[].enrolment true / false undetermined")]
    [InlineData("input2.classes.Any(c => c.enrolment > 1)", "classes[].enrolment true / false true / undetermined")]
    [InlineData("input2.classes.All(c => c.enrolment > 1)", "classes[].enrolment false false / undetermined")]
    [InlineData("input1.enrolment > 1 || input1.teachers > 1", "enrolment true / false true / undetermined")]
    [InlineData("input1.enrolment > 1 && input1.teachers > 1", "enrolment false false / undetermined")]
    [InlineData("input1.kind.Equals(\"special\")", "kind fails undetermined")]
    [InlineData("input1.phones_in_class.Equals(true)", "phones_in_class false undetermined")]
    [InlineData("input2.opened.Equals(DateTime(2026, 9, 1))", "opened false undetermined")]
    [InlineData("input2.classes.Where(c => c.phones_in_class).Any(c => c.enrolment > 1)", "classes[].phones_in_class true / false true / false / undetermined")]
    [InlineData("input2.classes.Where(c => c.phones_in_class).Any(c => c.enrolment > 1)", "classes fails undetermined")]
    [InlineData("input3.Where(c => c.grade > 1).Where(c => c.phones_in_class).Count() != 1", "classes[].grade true / false true / false / undetermined")]
    [InlineData("input3.All(c => c.School.staff != null ? c.enrolment > 1 : input2.staff > 20)", "staff true / false true / undetermined")]
    public void Where_a_fact_alone_is_missing_both_answers_are_told(string expression, string expected) => Assert.Contains(expected, Told(expression));

    [Theory]
    [InlineData("input1.enrolment != null && input1.enrolment <= 45")]
    [InlineData("input1.enrolment == null || input1.enrolment <= 45")]
    [InlineData("(input1.enrolment ?? 0) <= 45")]
    [InlineData("input1.enrolment.HasValue")]
    [InlineData("string.IsNullOrEmpty(input2.motto)")]
    public void Where_the_rule_asks_for_the_fact_itself_nothing_differs(string expression) => Assert.Empty(Told(expression));

    [Fact]
    public void A_parameter_that_fails_makes_the_rule_fail_though_it_is_not_needed()
    {
        const string Workflow = """{ "WorkflowName": "w", "Rules": [ { "RuleName": "r", "LocalParams": [ { "Name": "p", "Expression": "input2.motto.Length" } ], "Expression": "input1.enrolment > 1" } ] }""";
        Assert.Contains("school.motto fails true / false", Told(ImportedWorkflows.Told(ImportedWorkflows.OfText(Workflow))));
    }

    [Fact]
    public void Of_nested_rules_one_that_fails_does_not_hold()
    {
        const string Workflow = """{ "WorkflowName": "w", "Rules": [ { "RuleName": "r", "Operator": "And", "Rules": [ { "RuleName": "a", "Expression": "input2.motto.Length > 1" }, { "RuleName": "b", "Expression": "input1.grade > 1" } ] } ] }""";
        Assert.Contains("school.motto false false / undetermined", Told(ImportedWorkflows.Told(ImportedWorkflows.OfText(Workflow))));
    }

    [Fact]
    public void A_single_nested_rule_that_fails_does_not_hold()
    {
        const string Workflow = """{ "WorkflowName": "w", "Rules": [ { "RuleName": "r", "Operator": "Or", "Rules": [ { "RuleName": "a", "Expression": "input2.motto.Length > 1" } ] } ] }""";
        Assert.Contains("motto false undetermined", Told(ImportedWorkflows.Told(ImportedWorkflows.OfText(Workflow))));
    }

    [Fact]
    public void A_parameter_that_may_fail_in_a_nested_rule_is_told_though_either_may_come_out_of_both()
    {
        const string Workflow = """{ "WorkflowName": "w", "Rules": [ { "RuleName": "r", "LocalParams": [ { "Name": "p", "Expression": "input3.Any(input2.motto.Length > 1)" } ], "Operator": "And", "Rules": [ { "RuleName": "a", "Expression": "input1.grade > 1" } ] } ] }""";
        Assert.Contains("school.motto true / false true / false", Told(ImportedWorkflows.Told(ImportedWorkflows.OfText(Workflow))));
    }

    private static string[] Told(string expression)
    {
        Checked<ComplianceRules.Interop.ImportedPack> imported = ImportedWorkflows.OfExpression(expression);
        Assert.True(imported.IsValid, string.Join('\n', imported.Diagnostics.Select(d => d.ToString())));
        return Told(ImportedWorkflows.Told(imported));
    }

    private static string[] Told(IEnumerable<Diagnostic> all) => [.. all.Where(d => d.Code == DiagnosticCodes.NullDiffers).Select(d => string.Join(' ', d.Arguments))];
}
