using System.Collections.Immutable;

namespace ComplianceRules.Expressions;

/// <summary>What some other rules say of the row: their verdicts, not their conditions, so that one whose application is unknown is undetermined.</summary>
public sealed record RuleSaysExpression : TypedExpression
{
    internal RuleSaysExpression(string name, RuleSaying asked, ImmutableArray<string> rules)
        : base(ExpressionType.Bool)
    {
        Name = name;
        Asked = asked;
        Rules = rules;
    }

    /// <summary>What the rules are called together; unlike that of other rules asked for by the same rule.</summary>
    public string Name { get; }

    /// <summary>What is asked.</summary>
    public RuleSaying Asked { get; }

    /// <summary>The full ids of the rules; those that take their place answer for them.</summary>
    public ImmutableArray<string> Rules { get; }

    /// <summary>The part of the composed rule that they belong to, by its id; empty where one rule alone is asked.</summary>
    internal string Part { get; init; } = string.Empty;

    /// <summary>Whether a rule counts only where the one that answers is of binding mandatory.</summary>
    public bool MandatoryOnly { get; init; }

    /// <summary>The table of the row, where it is asked whether rules reach rows below it; else empty.</summary>
    public string Above { get; init; } = string.Empty;

    /// <summary>The same asked of one of the rules.</summary>
    /// <param name="rule">The rule.</param>
    internal RuleSaysExpression Of(string rule) => new(rule, Asked, [rule]) { MandatoryOnly = MandatoryOnly, Above = Above };
}
