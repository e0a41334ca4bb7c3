using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>Makes values ready to be shown.</summary>
internal static class TrialValues
{
    /// <summary>A known value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">Its type.</param>
    public static TrialValue Of(Value value, ExpressionType type) => value switch
    {
        BoolValue => new TrialValue(TrialType.Bool, value.Text),
        NumberValue number => new TrialValue(type.IsInt ? TrialType.Whole : TrialType.Number, TrialNumberText.Of(number.Number)),
        RootValue => new TrialValue(TrialType.Number, value.Text),
        DateValue => new TrialValue(TrialType.Date, value.Text),
        TimeValue => new TrialValue(TrialType.Time, value.Text),
        ListValue list => new TrialValue(TrialType.List, string.Empty) { Items = [.. list.Items.Select(i => Of(i, type.OfItem()))] },
        SetValue set => new TrialValue(TrialType.Set, string.Empty) { Items = [.. set.Members.Select(m => new TrialValue(TrialType.Text, m))] },
        _ => new TrialValue(TrialType.Text, value.Text),
    };
}
