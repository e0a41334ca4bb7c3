namespace ComplianceRules.Expressions;

/// <summary>How two numbers are put together.</summary>
public enum ArithmeticOperator
{
    /// <summary>The sum.</summary>
    Add = 0,

    /// <summary>The difference.</summary>
    Subtract = 1,

    /// <summary>The product.</summary>
    Multiply = 2,

    /// <summary>The quotient; unknown where the divisor is zero.</summary>
    Divide = 3,

    /// <summary>The remainder of whole numbers, with the sign of the left one; unknown where the divisor is zero.</summary>
    Remainder = 4,
}
