using System.Globalization;
using ComplianceRules.Expressions;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace ComplianceRules.Tests.Expressions.Hostility;

/// <summary>Any text is a tree or diagnostics; <c>HOSTILE_CASES</c> in the environment asks for more of them, <c>HOSTILE_FROM</c> for others.</summary>
public sealed class HostileExpressionTests(ITestOutputHelper output)
{
    private const int Few = 20_000;
    private const int MostShown = 5;

    private static readonly Type[] OfKinds =
    [
        typeof(AtLeastExpression), typeof(FrequencyExpression), typeof(AnyChildExpression), typeof(ChildShareExpression), typeof(ShareComparisonExpression), typeof(ParameterEntryExpression), typeof(RuleVerdictExpression), typeof(RuleAppliesExpression), typeof(RuleSaysExpression),
    ];

    [Fact]
    public void Any_text_is_refused_with_diagnostics_or_means_the_same_however_often_it_is_printed_and_worked_out()
    {
        (int from, int count) = (Asked("HOSTILE_FROM", 1), Asked("HOSTILE_CASES", Few));
        HostileRun run = new();
        List<string> broken = [];
        for (int seed = from; seed < from + count && broken.Count < MostShown; seed++)
        {
            if (Record.Exception(() => run.Hold(seed)) is { } fault) broken.Add($"seed {seed}, {HostileCase.Of(seed)}\n{(fault is XunitException ? fault.Message : fault)}");
        }

        foreach ((string kind, (int made, int accepted)) in run.Counts) output.WriteLine($"{kind}: {made} made, {accepted} accepted");
        output.WriteLine(string.Join(' ', run.Codes.Order(StringComparer.Ordinal)));
        Assert.True(broken.Count == 0, string.Join("\n\n", broken));
        (int typed, int read) = run.Counts[HostileCase.Typed];
        Assert.True(read > typed * 0.95, $"{read} of {typed} accepted");
        Assert.All(run.Counts.Values, c => Assert.True(c.Accepted > 0));
    }

    [Fact]
    public void The_made_expressions_reach_every_node_and_every_kind_of_value()
    {
        HostileRun run = new();
        for (int seed = 1; seed <= 5_000; seed++) Record.Exception(() => run.Hold(seed));
        Type[] missed = [.. typeof(TypedExpression).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(TypedExpression))).Except(OfKinds).Except(run.Nodes)];
        Assert.Equal([], missed.Select(t => t.Name));
        Assert.Equal([], typeof(Value).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Value))).Except(run.Values).Select(t => t.Name));
        Assert.True(run.Codes.Count > 25, string.Join(' ', run.Codes));
    }

    private static int Asked(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int many) ? many : otherwise;
}
