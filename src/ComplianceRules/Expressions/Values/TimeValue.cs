using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>Minutes after midnight on the scale of the field it came from or was compared with.</summary>
internal sealed record TimeValue(int Minutes) : Value
{
    public override string Text => TimeScale.Format(Minutes);
}
