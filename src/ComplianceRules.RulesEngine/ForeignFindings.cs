using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using RulesEngine.Models;

namespace ComplianceRules.RulesEngine;

/// <summary>Makes findings of what a workflow says that names no law.</summary>
/// <param name="workflow">The workflow's name.</param>
/// <param name="subject">What the findings are about.</param>
/// <param name="severity">How grave a breach is.</param>
/// <param name="inputs">The objects, for messages.</param>
internal sealed class ForeignFindings(string workflow, Subject subject, Severity severity, IReadOnlyDictionary<string, object?> inputs)
{
    /// <summary>The finding of a rule.</summary>
    /// <param name="result">What RulesEngine says.</param>
    public Finding Of(RuleResultTree result)
    {
        Verdict verdict = VerdictOf(result);
        string name = result.Rule.RuleName;
        Instrument instrument = new(workflow, InstrumentKind.Rule, LocalText.Same(workflow), null, null, null, null, Certainty.Unverified);
        return new Finding
        {
            Rule = $"{workflow}/{name}",
            Title = LocalText.Same(name),
            Area = workflow,
            Pack = workflow,
            Subject = subject,
            Verdict = verdict,
            Severity = severity,
            Binding = Binding.Mandatory,
            Source = new FindingSource(workflow, instrument, null, null),
            Message = verdict switch
            {
                Verdict.Compliant => HostTexts.Of("met", name),
                Verdict.Undetermined => HostTexts.Of("failed", name, string.Join("; ", FaultsOf(result).Distinct(StringComparer.Ordinal))),
                _ => result.Rule.ErrorMessage is { Length: > 0 } message ? LocalText.Same(Filled(message)) : HostTexts.Of("broken", name),
            },
        };
    }

    private static Verdict VerdictOf(RuleResultTree result)
    {
        if (!string.IsNullOrEmpty(result.ExceptionMessage)) return Verdict.Undetermined;
        ImmutableArray<Verdict> children = [.. (result.ChildResults ?? []).Select(VerdictOf)];
        if (!children.Contains(Verdict.Undetermined)) return result.IsSuccess ? Verdict.Compliant : Verdict.NonCompliant;
        bool isAnd = result.Rule.Operator.StartsWith("And", StringComparison.Ordinal);
        Verdict decisive = isAnd ? Verdict.NonCompliant : Verdict.Compliant;
        return children.Contains(decisive) ? decisive : Verdict.Undetermined;
    }

    private static IEnumerable<string> FaultsOf(RuleResultTree result) =>
        new[] { result.ExceptionMessage }.Where(m => !string.IsNullOrEmpty(m)).Concat((result.ChildResults ?? []).SelectMany(FaultsOf));

    private string Filled(string message)
    {
        StringBuilder filled = new();
        int done = 0;
        for (int open = message.IndexOf("$(", StringComparison.Ordinal); open >= 0; open = message.IndexOf("$(", done, StringComparison.Ordinal))
        {
            int close = message.IndexOf(')', open);
            if (close < 0) break;
            filled.Append(message, done, open - done).Append(ValueOf(message[(open + 2)..close].Split('.')) ?? message[open..(close + 1)]);
            done = close + 1;
        }

        return filled.Append(message, done, message.Length - done).ToString();
    }

    private string? ValueOf(string[] path)
    {
        object? value = inputs.GetValueOrDefault(path[0]);
        foreach (string name in path.Skip(1)) value = value is null ? null : MemberOf(value, name);
        return value is null ? null : Convert.ToString(value, CultureInfo.InvariantCulture);
    }

    // A breach is told whatever its words come to.
    private static object? MemberOf(object value, string name)
    {
        if (value is IDictionary<string, object?> members) return members.TryGetValue(name, out object? member) ? member : null;
        try
        {
            return value.GetType().GetProperty(name, Type.EmptyTypes)?.GetValue(value);
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }
}
