namespace ComplianceRules.Expressions;

/// <summary>A text, or the key of an enum.</summary>
internal sealed record TextValue(string Content) : Value
{
    public override string Text => Content;
}
