namespace ComplianceRules.Expressions;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    End = 0,
    Name = 1,
    Int = 2,
    Decimal = 3,
    Text = 4,
    Sign = 5,

    /// <summary>A value or sign that has been refused; nothing more is said about it.</summary>
    Broken = 6,
}
