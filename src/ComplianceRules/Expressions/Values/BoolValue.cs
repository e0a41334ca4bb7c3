namespace ComplianceRules.Expressions;

/// <summary>A truth value.</summary>
internal sealed record BoolValue(bool Truth) : Value
{
    public override string Text => Truth ? "true" : "false";
}
