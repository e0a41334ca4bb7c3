namespace ComplianceRules.Expressions;

/// <summary>The square root of an exact number: compared by its square, shown rounded to 15 digits.</summary>
/// <param name="Square">Its square, not negative.</param>
internal sealed record RootValue(Rational Square) : Value
{
    public override string Text => Square.RootText();
}
