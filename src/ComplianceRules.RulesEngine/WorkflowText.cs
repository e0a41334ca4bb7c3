using System.Collections.Immutable;
using System.Text.Json;
using RulesEngine.Models;

namespace ComplianceRules.RulesEngine;

/// <summary>Workflows as JSON, looked at before an engine gets them.</summary>
/// <remarks>Immutable. An engine changes the workflows that it is given, so that each gets its own; and what injects itself, or nests without end, would end the process.</remarks>
internal sealed class WorkflowText
{
    private const int LongestExpression = 100_000;
    private const int DeepestExpression = 200;
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true, MaxDepth = 64 };

    private readonly string _json;

    /// <summary>Looks at workflows.</summary>
    /// <param name="json">One workflow or a list.</param>
    /// <exception cref="ArgumentException">They cannot be run.</exception>
    public WorkflowText(string json)
    {
        _json = json;
        Workflow[] workflows = Read();
        Names = [.. workflows.Select(w => w.WorkflowName)];
        Dictionary<string, Workflow> byName = new(StringComparer.Ordinal);
        foreach (Workflow workflow in workflows)
        {
            if (string.IsNullOrEmpty(workflow.WorkflowName) || !byName.TryAdd(workflow.WorkflowName, workflow)) throw Refused($"a workflow has no name, or that of another: `{workflow.WorkflowName}`");
        }

        foreach (Workflow workflow in workflows) Follow(workflow, byName, []);
        foreach (string text in workflows.SelectMany(TextsOf)) Look(text);
    }

    /// <summary>The names of the workflows.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The workflows, without actions.</summary>
    /// <exception cref="ArgumentException">It is no such JSON.</exception>
    public Workflow[] Read()
    {
        try
        {
            Workflow[] workflows = _json.AsSpan().TrimStart().StartsWith("[")
                ? JsonSerializer.Deserialize<Workflow[]>(_json, Options) ?? []
                : [JsonSerializer.Deserialize<Workflow>(_json, Options) ?? throw Refused("null is no workflow")];
            foreach (Rule rule in workflows.SelectMany(w => w.Rules ?? []).SelectMany(SelfAndBelow)) rule.Actions = null;
            return workflows;
        }
        catch (JsonException error)
        {
            throw new ArgumentException(error.Message, error);
        }
    }

    private static void Follow(Workflow workflow, Dictionary<string, Workflow> byName, ImmutableHashSet<string> above)
    {
        if (above.Contains(workflow.WorkflowName)) throw Refused($"the workflow `{workflow.WorkflowName}` injects itself");
        foreach (string name in workflow.WorkflowsToInject ?? [])
        {
            if (!byName.TryGetValue(name, out Workflow? injected)) throw Refused($"there is no workflow `{name}` to inject");
            Follow(injected, byName, above.Add(workflow.WorkflowName));
        }
    }

    private static IEnumerable<string> TextsOf(Workflow workflow)
    {
        IEnumerable<Rule> rules = (workflow.Rules ?? []).SelectMany(SelfAndBelow);
        return (workflow.GlobalParams ?? []).Concat(rules.SelectMany(r => r.LocalParams ?? [])).Select(p => p.Expression).Concat(rules.Select(r => r.Expression)).OfType<string>();
    }

    private static IEnumerable<Rule> SelfAndBelow(Rule rule) => (rule.Rules ?? []).SelectMany(SelfAndBelow).Prepend(rule);

    // Brackets, signs in a row and conditionals are what RulesEngine goes into again and again; it does not look at how much room is left.
    private static void Look(string expression)
    {
        if (expression.Length > LongestExpression) throw Refused($"an expression is longer than {LongestExpression} characters");
        (int depth, int row, int choices) = (0, 0, 0);
        foreach (char sign in expression.Replace("not", "!", StringComparison.OrdinalIgnoreCase).Where(c => !char.IsWhiteSpace(c)))
        {
            depth += sign is '(' or '[' or '{' ? 1 : sign is ')' or ']' or '}' ? -1 : 0;
            row = sign is '!' or '-' or '+' ? row + 1 : 0;
            choices += sign == '?' ? 1 : 0;
            if (Math.Max(Math.Max(depth, row), choices) > DeepestExpression) throw Refused($"an expression is nested deeper than {DeepestExpression}");
        }
    }

    private static ArgumentException Refused(string why) => new(why);
}
