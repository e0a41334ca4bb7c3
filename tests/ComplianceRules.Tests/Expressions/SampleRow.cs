namespace ComplianceRules.Tests.Expressions;

/// <summary>What one row says: numbers, bools, texts, clock texts, days, keys with blanks for sets, or the reason why a value is not known.</summary>
internal sealed class SampleRow : Dictionary<string, object>
{
    public SampleRow()
        : base(StringComparer.Ordinal)
    {
    }

    public SampleRow(SampleRow other)
        : base(other, StringComparer.Ordinal)
    {
    }
}
