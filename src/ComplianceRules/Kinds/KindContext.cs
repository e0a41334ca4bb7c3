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
    /// <summary>All rules that a row can have beside this one.</summary>
    public required Func<IEnumerable<NamedRule>> Related { get; init; }

    /// <summary>The conditions that rules of the same schema share.</summary>
    public KnownConditions Known { get; init; } = new();

    /// <summary>The table whose fields bare names mean.</summary>
    public TableSchema OwnTable => Schema.Table(Rule.Subject)!;

    /// <summary>The value under the kind's key, or the part of it that is being read.</summary>
    public JsonNode Body { get; init; } = Rule.Body;

    /// <summary>The language that plain text is in.</summary>
    public TextLanguage Language { get; init; }

    /// <summary>All of some conditions; true where there are none.</summary>
    /// <param name="conditions">The conditions.</param>
    public static TypedExpression All(IEnumerable<TypedExpression> conditions) =>
        conditions.Aggregate((TypedExpression?)null, (all, next) => all is null ? next : new LogicExpression(true, all, next)) ?? Always;

    /// <summary>A condition that always holds.</summary>
    public static LiteralExpression Always { get; } = new(ExpressionType.Bool, Value.True);

    /// <summary>Reads the body's <c>of</c> and refuses every key that the kind does not know.</summary>
    /// <param name="keys">The other keys of the kind.</param>
    /// <returns>The value of <c>of</c>; null where it is missing, which has been reported.</returns>
    public JsonNode? Of(ImmutableArray<string> keys)
    {
        ObjectReader body = new(Body, Problems);
        JsonNode? of = body.Required("of");
        foreach (string key in keys) body.Optional(key);
        body.Done();
        return of;
    }

    /// <summary>The table of a list of the subject; null where there is no such list, which has been reported.</summary>
    /// <param name="of">The list's name as it is written.</param>
    public TableSchema? ListOf(JsonNode of)
    {
        if (Schema.List(Rule.Subject, of.Text) is { } table) return table;
        string? near = NearestName.Of(of.Text, Schema.Lists(Rule.Subject).Select(t => t.Children));
        Problems.Add(new Diagnostic(DiagnosticCodes.UnknownList, of.Span, of.Text, Rule.Subject) { DidYouMean = near });
        return null;
    }
}
