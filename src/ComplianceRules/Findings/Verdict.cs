namespace ComplianceRules.Findings;

/// <summary>What a rule says of a row.</summary>
public enum Verdict
{
    /// <summary>The facts do not decide it. The default, so that a forgotten verdict is never a pass.</summary>
    Undetermined = 0,

    /// <summary>The rule does not concern the row.</summary>
    NotApplicable = 1,

    /// <summary>The rule is kept.</summary>
    Compliant = 2,

    /// <summary>The rule is broken.</summary>
    NonCompliant = 3,

    /// <summary>The rule is broken, and an authority excuses it.</summary>
    Waived = 4,
}
