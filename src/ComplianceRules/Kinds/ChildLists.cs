using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Json;

namespace ComplianceRules.Kinds;

/// <summary>Finds the lists that kinds go through.</summary>
internal static class ChildLists
{
    /// <summary>The table of a list of the rule's subject; null where there is none, which has been reported.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="of">The list's name.</param>
    public static TableSchema? Find(KindContext rule, JsonNode of)
    {
        if (rule.Schema.List(rule.Rule.Subject, of.Text) is { } table) return table;
        string? near = NearestName.Of(of.Text, rule.Schema.Lists(rule.Rule.Subject).Select(t => t.Children));
        rule.Problems.Add(new Diagnostic(DiagnosticCodes.UnknownList, of.Span, of.Text, rule.Rule.Subject) { DidYouMean = near });
        return null;
    }
}
