namespace ComplianceRules.Interop;

/// <summary>One comparison of two values.</summary>
/// <param name="Left">The left side.</param>
/// <param name="Operator">How they are compared.</param>
/// <param name="Right">The right side.</param>
internal sealed record SaidComparison(Said Left, LinqOperator Operator, Said Right);
