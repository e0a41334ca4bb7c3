using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>A value that is not known, and why.</summary>
internal sealed record UnknownValue(UnknownReason Reason) : Value
{
    public override string Text => "?";
}
