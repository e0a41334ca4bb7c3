namespace ComplianceRules.Interop;

/// <summary>What joins or changes parts of an expression.</summary>
internal enum LinqOperator
{
    None = 0,
    Or,
    And,

    /// <summary>Or that asks both sides.</summary>
    OrBoth,

    /// <summary>And that asks both sides.</summary>
    AndBoth,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Coalesce,
    Not,
    Minus,
}
