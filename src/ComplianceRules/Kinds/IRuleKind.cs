using ComplianceRules.Expressions;

namespace ComplianceRules.Kinds;

/// <summary>A kind of rule: a lowering of its JSON into a judged form. One file each, one line in the registry.</summary>
internal interface IRuleKind
{
    /// <summary>The kind's key in a rule.</summary>
    string Name { get; }

    /// <summary>Turns a rule into its judged form.</summary>
    /// <param name="rule">The rule and what it may speak of.</param>
    /// <param name="applies">The rule's own conditions of application.</param>
    /// <returns>The form; null where trouble has been reported.</returns>
    JudgedForm? Lower(KindContext rule, TypedExpression applies);
}
