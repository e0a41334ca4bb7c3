namespace ComplianceRules.Proofs;

/// <summary>A rule as conditions over flags and variables.</summary>
/// <param name="Applies">Whether it applies.</param>
/// <param name="Holds">Whether it holds.</param>
internal sealed record RuleFormula(Truth Applies, Truth Holds)
{
    /// <summary>Where it refuses a row.</summary>
    public Formula Refused { get; } = Formula.All(Applies.True, Holds.False);

    /// <summary>Reads a rule.</summary>
    /// <param name="reader">Reads its conditions.</param>
    /// <param name="rule">The rule.</param>
    public static RuleFormula Of(ConditionReader reader, ComparedRule rule) => new(reader.Read(rule.Form.Applies), reader.Read(rule.Form.Holds));
}
