using System.Collections.Immutable;
using ComplianceRules.Findings;
using Microsoft.Extensions.DependencyInjection;

namespace ComplianceRules.RulesEngine.Tests;

public sealed class WorkflowHostTests
{
    private const string Homework = """
        { "WorkflowName": "homework", "Rules": [
          { "RuleName": "at most an hour", "Expression": "input1.Minutes <= 60", "ErrorMessage": "$(input1.Minutes) minutes in $(input1.Name), $(input2.Gone)" },
          { "RuleName": "a teacher signs", "Expression": "input1.Teacher.Length > 0" },
          { "RuleName": "rooms are free", "Expression": "input1.Rooms > 3" },
          { "RuleName": "off", "Enabled": false, "Expression": "false" },
          { "RuleName": "either", "Operator": "Or", "Rules": [ { "RuleName": "short", "Expression": "input1.Minutes <= 60" }, { "RuleName": "signed", "Expression": "input1.Teacher.Length > 0" } ] },
          { "RuleName": "both", "Operator": "And", "Rules": [ { "RuleName": "short too", "Expression": "input1.Minutes <= 60" }, { "RuleName": "signed too", "Expression": "input1.Teacher.Length > 0" } ] } ] }
        """;

    // A text that closes brackets again and again.
    private const string Closed = """\")\" == null || """;

    private static readonly Subject Class = new("class", "s/1", null);

    [Fact]
    public async Task A_rule_that_succeeds_is_compliant_and_one_that_fails_is_not()
    {
        ImmutableArray<Finding> findings = await Run(Homework, "homework", new HomeworkRow("1a", 61, "Li"));
        Assert.Equal([Verdict.NonCompliant, Verdict.Compliant, Verdict.Undetermined, Verdict.Compliant, Verdict.NonCompliant], findings.Select(f => f.Verdict));
        Assert.Equal("homework/at most an hour", findings[0].Rule);
        Assert.Equal(Severity.Warning, findings[0].Severity);
        Assert.Equal("class:s/1", findings[0].Subject!.ToString());
    }

    [Fact]
    public async Task A_message_has_the_values_of_the_objects_and_what_is_not_there_stays_as_it_is() =>
        Assert.Equal("61 minutes in 1a, $(input2.Gone)", (await Run(Homework, "homework", new HomeworkRow("1a", 61, "Li")))[0].Message.English);

    [Fact]
    public async Task A_member_that_is_not_there_is_undetermined_with_the_message_of_RulesEngine() =>
        Assert.Contains("Rooms", (await Run(Homework, "homework", new HomeworkRow("1a", 60, "Li")))[2].Message.English, StringComparison.Ordinal);

    [Fact]
    public async Task A_method_of_null_is_undetermined_and_never_a_breach()
    {
        ImmutableArray<Finding> findings = await Run(Homework, "homework", new HomeworkRow("1a", 60, null));
        Assert.Equal([Verdict.Compliant, Verdict.Undetermined, Verdict.Undetermined, Verdict.Compliant, Verdict.Undetermined], findings.Select(f => f.Verdict));
    }

    [Fact]
    public async Task Nested_rules_are_decided_by_one_that_is_known_and_else_left_open()
    {
        ImmutableArray<Finding> findings = await Run(Homework, "homework", new HomeworkRow("1a", 61, null));
        Assert.Equal((Verdict.Undetermined, Verdict.NonCompliant), (findings[3].Verdict, findings[4].Verdict));
    }

    [Fact]
    public async Task Lists_of_different_types_are_told_apart()
    {
        WorkflowHost host = new("""{ "WorkflowName": "w", "Rules": [ { "RuleName": "r", "Expression": "input1.Any(x => x.Minutes > 60 || x.Name == \"1b\")" } ] }""");
        async Task<Verdict> Of(object list) => (await host.RunAsync("w", Class, new Dictionary<string, object?> { ["input1"] = list }))[0].Verdict;
        Assert.Equal(Verdict.NonCompliant, await Of(new List<HomeworkRow> { new("1a", 60, null) }));
        Assert.Equal(Verdict.Compliant, await Of(new List<OtherRow> { new(10, "1b") }));
        Assert.Equal(Verdict.Undetermined, await Of(new List<int> { 1 }));
    }

    [Fact]
    public async Task Rules_of_another_workflow_are_taken_in_again_for_each_type_of_input()
    {
        WorkflowHost host = new("""
            [ { "WorkflowName": "w", "WorkflowsToInject": ["v"], "Rules": [ { "RuleName": "a", "Expression": "input1.Minutes > 0" } ] },
              { "WorkflowName": "v", "Rules": [ { "RuleName": "b", "Expression": "input1.Name == \"1a\"" } ] } ]
            """);
        Assert.Equal(["w", "v"], host.Names.AsEnumerable());
        foreach (object row in new object[] { new HomeworkRow("1a", 1, null), new OtherRow(1, "1a"), new HomeworkRow("1a", 1, null) })
        {
            ImmutableArray<Finding> findings = await host.RunAsync("w", Class, new Dictionary<string, object?> { ["input1"] = row });
            Assert.Equal(["w/a", "w/b"], findings.Select(f => f.Rule).Order());
            Assert.All(findings, f => Assert.Equal(Verdict.Compliant, f.Verdict));
        }
    }

    [Theory]
    [InlineData("""{ "WorkflowName": "w", "WorkflowsToInject": ["w"], "Rules": [] }""", "injects itself")]
    [InlineData("""[ { "WorkflowName": "w", "WorkflowsToInject": ["v"], "Rules": [] }, { "WorkflowName": "v", "WorkflowsToInject": ["w"], "Rules": [] } ]""", "injects itself")]
    [InlineData("""{ "WorkflowName": "w", "WorkflowsToInject": ["v"], "Rules": [] }""", "there is no workflow `v`")]
    [InlineData("""[ { "WorkflowName": "w", "Rules": [] }, { "WorkflowName": "w", "Rules": [] } ]""", "has no name, or that of another")]
    [InlineData("""{ "Rules": [] }""", "has no name")]
    [InlineData("null", "null is no workflow")]
    [InlineData("{", "JSON")]
    [InlineData("[null]", "has no name")]
    [InlineData("""{ "WorkflowName": "w", "Rules": [ null ] }""", "is null")]
    [InlineData("""{ "WorkflowName": "w", "Rules": [ { "Expression": "true" } ] }""", "rule name")]
    [InlineData("""{ "WorkflowName": "w", "Rules": [ { "RuleName": "r" } ] }""", "expression")]
    [InlineData("""{ "WorkflowName": "w", "Rules": [ { "RuleName": "r", "Expression": "true" }, { "RuleName": "r", "Expression": "false" } ] }""", "two rules `r`")]
    [InlineData("""[ { "WorkflowName": "w", "WorkflowsToInject": ["v", "v"], "Rules": [] }, { "WorkflowName": "v", "Rules": [] } ]""", "injects `v` twice")]
    public void Workflows_that_cannot_be_run_are_refused(string json, string why) =>
        Assert.Contains(why, Assert.Throws<ArgumentException>(() => new WorkflowHost(json)).Message, StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("(", ")")]
    [InlineData("!", "")]
    [InlineData("not ", "")]
    [InlineData("true ? true : ", "")]
    [InlineData(Closed + "(", ")")]
    [InlineData("""(\"\\\\\" == \")\" || """, ")")]
    [InlineData("(')' == null || ", ")")]
    public void An_expression_without_end_is_refused_and_the_process_lives(string open, string close)
    {
        string expression = string.Concat(Enumerable.Repeat(open, 2_000)) + "true" + string.Concat(Enumerable.Repeat(close, 2_000));
        string json = $$"""{ "WorkflowName": "w", "Rules": [ { "RuleName": "r", "Expression": "{{expression}}" } ] }""";
        Assert.Contains("nested deeper", Assert.Throws<ArgumentException>(() => new WorkflowHost(json)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_threads_may_run_a_workflow_that_injects_another_as_often_as_they_like()
    {
        WorkflowHost host = new("""
            [ { "WorkflowName": "w", "WorkflowsToInject": ["v"], "Rules": [ { "RuleName": "a", "Expression": "input1.Minutes > 0" } ] },
              { "WorkflowName": "v", "Rules": [ { "RuleName": "b", "Expression": "input1.Name == \"1a\"" } ] } ]
            """);
        Dictionary<string, object?> inputs = new() { ["input1"] = new HomeworkRow("1a", 1, null) };
        ImmutableArray<Finding>[] found = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => host.RunAsync("w", Class, inputs))));
        Assert.All(found, f => Assert.Equal(["w/a", "w/b"], f.Select(one => one.Rule)));
        for (int i = 0; i < 2_000; i++) await host.RunAsync("w", Class, inputs);
        long before = GC.GetAllocatedBytesForCurrentThread();
        await host.RunAsync("w", Class, inputs);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 100_000);
    }

    [Fact]
    public async Task A_message_keeps_places_that_nothing_fills_and_a_member_that_throws_hides_no_breach()
    {
        const string Json = """{ "WorkflowName": "w", "Rules": [ { "RuleName": "r", "Expression": "input1.Minutes < 0", "ErrorMessage": "$(gone) $(input1.Teacher) $(input1.Item) $(input1.Broken) $(input1.Minutes) $(" } ] }""";
        Finding finding = Assert.Single(await Run(Json, "w", new BrokenRow()));
        Assert.Equal((Verdict.NonCompliant, "$(gone) $(input1.Teacher) $(input1.Item) $(input1.Broken) 1 $("), (finding.Verdict, finding.Message.English));
    }

    [Fact]
    public async Task Without_rules_nothing_is_found_and_null_is_an_input_like_others()
    {
        WorkflowHost host = new("""[ { "WorkflowName": "none" }, { "WorkflowName": "w", "Rules": [ { "RuleName": "r", "Expression": "input1.Minutes < 0" } ] } ]""");
        Assert.Empty(await host.RunAsync("none", Class, new Dictionary<string, object?>()));
        foreach (Dictionary<string, object?> inputs in new[] { new Dictionary<string, object?> { ["input1"] = null }, [] })
            Assert.Equal(Verdict.Undetermined, Assert.Single(await host.RunAsync("w", Class, inputs)).Verdict);
        await Assert.ThrowsAsync<ArgumentNullException>(() => host.RunAsync("w", Class, null!));
        Assert.Throws<ArgumentNullException>(() => new WorkflowHost(null!));
    }

    [Fact]
    public async Task A_run_that_is_stopped_gives_no_findings() => await Assert.ThrowsAsync<OperationCanceledException>(
        () => new WorkflowHost(Homework).RunAsync("homework", Class, new Dictionary<string, object?>(), new CancellationToken(canceled: true)));

    [Fact]
    public async Task What_options_say_later_changes_nothing()
    {
        WorkflowHostOptions options = new() { Severity = Severity.Violation };
        WorkflowHost host = new(Homework, options);
        options.Severity = Severity.Advice;
        ImmutableArray<Finding> findings = await host.RunAsync("homework", Class, new Dictionary<string, object?> { ["input1"] = new HomeworkRow("1a", 61, "Li") });
        Assert.All(findings, f => Assert.Equal(Severity.Violation, f.Severity));
    }

    [Fact]
    public void A_second_list_of_workflows_is_not_lost_in_silence()
    {
        IServiceCollection services = new ServiceCollection().AddWorkflowHost(Homework);
        Assert.Throws<InvalidOperationException>(() => services.AddWorkflowHost(Homework));
    }

    [Fact]
    public async Task A_workflow_that_is_not_there_is_the_fault_of_the_caller() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Run(Homework, "sleep", new HomeworkRow("1a", 60, "Li")));

    [Fact]
    public async Task Actions_are_not_run()
    {
        ImmutableArray<Finding> findings = await Run(
            """{ "WorkflowName": "w", "Rules": [ { "RuleName": "r", "Expression": "true", "Actions": { "OnSuccess": { "Name": "EvaluateRule", "Context": { "workflowName": "w", "ruleName": "r" } } } } ] }""", "w", new HomeworkRow("1a", 1, null));
        Assert.Equal(Verdict.Compliant, Assert.Single(findings).Verdict);
    }

    private static Task<ImmutableArray<Finding>> Run(string json, string workflow, object row) =>
        new WorkflowHost(json).RunAsync(workflow, Class, new Dictionary<string, object?> { ["input1"] = row });
}
