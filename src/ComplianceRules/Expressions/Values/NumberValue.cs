namespace ComplianceRules.Expressions;

/// <summary>An exact number.</summary>
internal sealed record NumberValue(Rational Number) : Value
{
    public override string Text => Number.ToString();
}
