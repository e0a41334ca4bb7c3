using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using RulesEngine.Models;

namespace ComplianceRules.RulesEngine;

/// <summary>Workflows as JSON, looked at before an engine gets them.</summary>
/// <remarks>
/// Immutable. An engine changes the workflows that it is given, so that each gets its own. It takes in the rules of other workflows again whenever it runs one, and so never gets any to
/// take in; what injects itself, or nests too deep, is refused.
/// </remarks>
internal sealed class WorkflowText
{
    private const int LongestExpression = 100_000;
    private const int DeepestExpression = 200;
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true, MaxDepth = 64 };

    private readonly string _json;
    private readonly FrozenSet<string> _withoutRules;

    /// <summary>Looks at workflows.</summary>
    /// <param name="json">One workflow or a list.</param>
    /// <exception cref="ArgumentException">They cannot be run.</exception>
    public WorkflowText(string json)
    {
        _json = json;
        Workflow[] workflows = Read();
        Names = [.. workflows.Select(w => w.WorkflowName)];
        foreach (Workflow workflow in workflows)
        {
            string? twice = workflow.Rules.Where(r => r.Enabled).GroupBy(r => r.RuleName, StringComparer.Ordinal).FirstOrDefault(r => r.Skip(1).Any())?.Key;
            if (twice is not null) throw Refused($"the workflow `{workflow.WorkflowName}` has two rules `{twice}`");
        }

        foreach (string text in workflows.SelectMany(TextsOf)) Look(text);
        _withoutRules = workflows.Where(w => !w.Rules.Any(r => r.Enabled)).Select(w => w.WorkflowName).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The names of the workflows.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Whether a workflow has a rule that is enabled.</summary>
    /// <param name="workflow">The workflow's name.</param>
    public bool HasRules(string workflow) => !_withoutRules.Contains(workflow);

    /// <summary>The workflows, each with the rules that it takes in, without actions.</summary>
    /// <exception cref="ArgumentException">They cannot be run.</exception>
    public Workflow[] Read()
    {
        Workflow[] workflows = Parsed();
        Dictionary<string, Workflow> byName = new(StringComparer.Ordinal);
        foreach (Workflow workflow in workflows)
        {
            if (string.IsNullOrEmpty(workflow?.WorkflowName) || !byName.TryAdd(workflow.WorkflowName, workflow)) throw Refused($"a workflow has no name, or that of another: `{workflow?.WorkflowName}`");
            if ((workflow.Rules ?? []).SelectMany(SelfAndBelow).Any(r => r is null)) throw Refused($"a rule of the workflow `{workflow.WorkflowName}` is null");
        }

        Rule[][] rules = [.. workflows.Select(w => TakenIn(w, byName).SelectMany(t => t.Rules ?? []).ToArray())];
        for (int i = 0; i < workflows.Length; i++) (workflows[i].Rules, workflows[i].WorkflowsToInject) = (rules[i], null);
        foreach (Rule rule in rules.SelectMany(r => r).SelectMany(SelfAndBelow)) rule.Actions = null;
        return workflows;
    }

    private Workflow[] Parsed()
    {
        try
        {
            return _json.AsSpan().TrimStart().StartsWith("[")
                ? JsonSerializer.Deserialize<Workflow[]>(_json, Options) ?? []
                : [JsonSerializer.Deserialize<Workflow>(_json, Options) ?? throw Refused("null is no workflow")];
        }
        catch (JsonException error)
        {
            throw new ArgumentException(error.Message, error);
        }
    }

    // The workflow itself first, then what it injects and what that injects, each once.
    private static List<Workflow> TakenIn(Workflow workflow, Dictionary<string, Workflow> byName)
    {
        List<Workflow> taken = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        Stack<string> open = new([workflow.WorkflowName]);
        while (open.TryPop(out string? name))
        {
            if (!byName.TryGetValue(name, out Workflow? next)) throw Refused($"there is no workflow `{name}` to inject");
            if (!seen.Add(name)) throw Refused(name == workflow.WorkflowName ? $"the workflow `{name}` injects itself" : $"the workflow `{workflow.WorkflowName}` injects `{name}` twice");
            taken.Add(next);
            foreach (string injected in (next.WorkflowsToInject ?? []).Reverse()) open.Push(injected);
        }

        return taken;
    }

    private static IEnumerable<string> TextsOf(Workflow workflow)
    {
        IEnumerable<Rule> rules = (workflow.Rules ?? []).SelectMany(SelfAndBelow);
        return (workflow.GlobalParams ?? []).Concat(rules.SelectMany(r => r.LocalParams ?? [])).Select(p => p.Expression).Concat(rules.Select(r => r.Expression)).OfType<string>();
    }

    private static IEnumerable<Rule> SelfAndBelow(Rule? rule) => (rule?.Rules ?? []).SelectMany(SelfAndBelow).Prepend(rule!);

    private static void Look(string expression)
    {
        if (expression.Length > LongestExpression) throw Refused($"an expression is longer than {LongestExpression} characters");
        if (ExpressionDepth.Of(expression) > DeepestExpression) throw Refused($"an expression is nested deeper than {DeepestExpression}");
    }

    private static ArgumentException Refused(string why) => new(why);
}
