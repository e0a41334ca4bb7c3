using System.Globalization;

namespace ComplianceRules.Expressions;

/// <summary>A local day.</summary>
internal sealed record DateValue(DateOnly Day) : Value
{
    public override string Text => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
