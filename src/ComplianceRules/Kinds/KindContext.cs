using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Json;
using ComplianceRules.Packs;

namespace ComplianceRules.Kinds;

/// <summary>A rule while it is lowered, and what it may speak of.</summary>
/// <param name="Rule">The rule as written.</param>
/// <param name="Schema">The tables and fields that its pack may speak of.</param>
/// <param name="Checker">Reads its expressions.</param>
/// <param name="Problems">Takes what is wrong with this rule alone.</param>
/// <param name="RuleNamed">Another rule by its full id: the id that findings know it by, and its subject table; null where there is no such rule.</param>
internal sealed record KindContext(Rule Rule, FactSchema Schema, ExpressionChecker Checker, DiagnosticBag Problems, Func<string, (string Id, string Subject)?> RuleNamed)
{
    /// <summary>Reads the body's <c>of</c> and refuses every key that the kind does not know.</summary>
    /// <param name="keys">The other keys of the kind.</param>
    /// <returns>The value of <c>of</c>; null where it is missing, which has been reported.</returns>
    public JsonNode? Of(ImmutableArray<string> keys)
    {
        ObjectReader body = new(Rule.Body, Problems);
        JsonNode? of = body.Required("of");
        foreach (string key in keys) body.Optional(key);
        body.Done();
        return of;
    }
}
