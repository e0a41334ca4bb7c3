namespace ComplianceRules.Expressions;

/// <summary>Any value of the type.</summary>
internal sealed record AnyRange : ValueRange
{
    public override bool IsEmpty => false;
}
