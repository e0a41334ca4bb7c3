using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Json;

namespace ComplianceRules.Interop;

/// <summary>Finds the table whose rows a rule judges: the lowest of those of the inputs that it reads.</summary>
/// <param name="schema">The tables.</param>
/// <param name="inputs">What the inputs are.</param>
/// <param name="texts">The expressions.</param>
/// <param name="problems">Takes why there is none.</param>
internal sealed class RuleSubject(FactSchema schema, InputMap inputs, LinqTexts texts, DiagnosticBag problems)
{
    private readonly HashSet<JsonNode> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly List<LinqName> _unknown = [];
    private readonly HashSet<string> _tables = new(StringComparer.Ordinal);

    /// <summary>The inputs that were read, by the names that rules give them.</summary>
    public HashSet<string> Read { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The table; null where there is none, which has been reported.</summary>
    public TableSchema? Of(WorkflowRule rule, ImmutableArray<WorkflowParameter> parameters)
    {
        Collect(rule, parameters);
        if (problems.HasErrors) return null;
        if (_tables.Count == 0)
        {
            foreach (LinqName name in _unknown) problems.Report(DiagnosticCodes.ForeignName, name.Place.Span, name.Name);
            if (_unknown.Count == 0) problems.Report(DiagnosticCodes.NoInputRead, rule.Node.Span with { Length = 1 });
            return null;
        }

        string? lowest = _tables.FirstOrDefault(t => _tables.IsSubsetOf(schema.SelfAndAncestors(t).Select(a => a.Name)));
        if (lowest is null) problems.Report(DiagnosticCodes.InputsApart, rule.Node.Span with { Length = 1 }, string.Join(", ", _tables.Order(StringComparer.Ordinal).Select(t => $"`{t}`")));
        return lowest is null ? null : schema.Table(lowest);
    }

    private void Collect(WorkflowRule rule, ImmutableArray<WorkflowParameter> parameters)
    {
        ImmutableArray<WorkflowParameter> all = [.. parameters, .. rule.Parameters];
        if (rule.Join == WorkflowJoin.None && rule.Expression is { } expression) Collect(expression, all);
        foreach (WorkflowRule nested in rule.Nested) Collect(nested, all);
    }

    private void Collect(JsonNode text, ImmutableArray<WorkflowParameter> parameters)
    {
        if (!_seen.Add(text) || texts.Read(text, problems) is not { } syntax) return;
        foreach (LinqName name in LinqNames.Of(syntax).DistinctBy(n => n.Name, StringComparer.OrdinalIgnoreCase))
        {
            if (parameters.LastOrDefault(p => string.Equals(p.Name.Text, name.Name, StringComparison.OrdinalIgnoreCase)) is { } parameter) Collect(parameter.Expression, parameters);
            else if (inputs.Find(name.Name) is { } place) Take(name.Name, place);
            else if (!TypeSayer.Knows(name.Name)) _unknown.Add(name);
        }
    }

    private void Take(string input, InputPlace place)
    {
        Read.Add(input);
        _tables.Add(place.Table.Name);
    }
}
