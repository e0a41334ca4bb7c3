namespace ComplianceRules.Expressions;

/// <summary>The ways in which a condition may turn out.</summary>
[Flags]
internal enum Outcomes
{
    None = 0,
    True = 1,
    False = 2,
    Unknown = 4,

    /// <summary>It will be known, one way or the other.</summary>
    Either = True | False,
}
