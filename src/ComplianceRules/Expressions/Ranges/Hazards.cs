namespace ComplianceRules.Expressions;

/// <summary>Why a node can be unknown although all its parts are known.</summary>
[Flags]
internal enum Hazards
{
    /// <summary>It cannot.</summary>
    None = 0,

    /// <summary>Its divisor can be zero.</summary>
    DivisionByZero = 1,

    /// <summary>Its result can leave what is kept: 1e300, the 64 bits of an int, the days of the years 1 to 9999.</summary>
    Overflow = 2,
}
