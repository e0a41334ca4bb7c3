using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Kinds;

/// <summary>What a finding says of a measure and the limit that it breaks or keeps. Placeholders: {measure}, {observed}, {limit}, {tolerance}.</summary>
internal static class LimitSentences
{
    /// <summary>The sentence of a bound.</summary>
    /// <param name="bound">The bound.</param>
    public static LocalText Of(Bound bound)
    {
        bool ofTime = bound.Value.Type.Kind is FieldType.Date or FieldType.Time;
        return bound.Kind switch
        {
            BoundKind.Min when ofTime => Sentence("不早于{limit}", "no earlier than {limit}"),
            BoundKind.Max when ofTime => Sentence("不晚于{limit}", "no later than {limit}"),
            BoundKind.Above when ofTime => Sentence("晚于{limit}", "later than {limit}"),
            BoundKind.Below when ofTime => Sentence("早于{limit}", "earlier than {limit}"),
            BoundKind.Min => Sentence("不少于{limit}", "at least {limit}"),
            BoundKind.Max => Sentence("不超过{limit}", "at most {limit}"),
            BoundKind.Above => Sentence("超过{limit}（不含）", "more than {limit}"),
            BoundKind.Below => Sentence("不满{limit}（不含）", "less than {limit}"),
            BoundKind.Includes => Sentence("包含{limit}", "to include {limit}"),
            BoundKind.Within => Sentence("仅限{limit}", "nothing beyond {limit}"),
            _ when bound.Tolerance is not null => Sentence("{limit}，允许相差{tolerance}", "{limit}, give or take {tolerance}"),
            _ => Sentence("{limit}", "{limit}"),
        };
    }

    private static LocalText Sentence(string zh, string en) => new($"{{measure}}为{{observed}}，规定为{zh}", $"{{measure}}: {{observed}}; the rule is {en}");
}
