using System.Collections.Immutable;

namespace ComplianceRules.Expressions;

/// <summary>Answers what another rule says of a row; the engine knows, the language only asks.</summary>
internal interface IVerdictLookup
{
    /// <summary>Whether the rule is in the row's stack, in force and applies: true, false, or null for unknown.</summary>
    /// <param name="rule">The full id of the rule.</param>
    /// <param name="row">The row, in the table of the rule's subject.</param>
    bool? Applies(string rule, int row);

    /// <summary>Whether the rule finds the row compliant: true, false, or null for unknown; asked only where it may apply.</summary>
    /// <param name="rule">The full id of the rule.</param>
    /// <param name="row">The row, in the table of the rule's subject.</param>
    bool? Holds(string rule, int row);

    /// <summary>What a rule's verdict says of the row; where no such rule is in the row's stack and in force, it does not concern the row and is kept.</summary>
    /// <param name="asked">What is asked, and which bindings count.</param>
    /// <param name="rule">The full id of the rule.</param>
    /// <param name="row">The row, in the table of the rule's subject; in the one above where it is asked what reaches rows below.</param>
    bool? Says(RuleSaysExpression asked, string rule, int row);

    /// <summary>The facts without which the rule cannot be decided on the row, as the row sees them; none where it is decided.</summary>
    /// <param name="rule">The full id of the rule.</param>
    /// <param name="row">The row, in the table of the rule's subject.</param>
    ImmutableArray<MissingFact> Missing(string rule, int row);
}
