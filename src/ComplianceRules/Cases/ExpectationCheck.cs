using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Findings;
using ComplianceRules.Json;

namespace ComplianceRules.Cases;

/// <summary>Compares what rules said with what a case expects.</summary>
internal static class ExpectationCheck
{
    /// <summary>What did not come out as expected.</summary>
    /// <param name="expectation">What is expected.</param>
    /// <param name="rules">The full ids of the rules that it means.</param>
    /// <param name="judged">What the rules said.</param>
    public static IEnumerable<LocalText> Failures(CaseExpectation expectation, IEnumerable<string> rules, JudgedCase judged)
    {
        HashSet<string> ids = new(rules, StringComparer.Ordinal);
        bool isInForce = !ids.All(judged.Assessment.NotInForce.Contains);
        if (expectation.IsNotInForce)
            return isInForce ? [new LocalText($"`{expectation.Rule}` 在该日已生效", $"`{expectation.Rule}` is in force on that day")] : [];
        if (!isInForce)
            return [new LocalText($"`{expectation.Rule}` 在该日未生效", $"`{expectation.Rule}` is not in force on that day")];
        List<Finding> rows = [.. judged.Findings.Where(f => ids.Contains(f.Rule) && (expectation.Subject is null || f.Subject?.ToString() == expectation.Subject))];
        return rows.Count == 0
            ? [new LocalText($"`{Shown(expectation)}` 没有判定任何行", $"`{Shown(expectation)}` judged no row")]
            : rows.SelectMany(row => Failures(expectation, row));
    }

    private static IEnumerable<LocalText> Failures(CaseExpectation expectation, Finding row)
    {
        if (expectation.Verdict is { } verdict && row.Verdict != verdict) yield return Differs(expectation, row, "verdict", verdict.ToString(), row.Verdict.ToString());
        if (expectation.Limit is { } limit && !IsSame(limit, row.Limit)) yield return Differs(expectation, row, "limit", limit.Text, row.Limit?.Text);
        if (expectation.Margin is { } margin && !IsSame(margin, row.Margin)) yield return Differs(expectation, row, "margin", margin.Text, row.Margin?.Text);
        if (expectation.Band is { } band && (band.Kind == JsonKind.Null ? null : band.Text) != row.Band?.Id) yield return Differs(expectation, row, "band", band.Kind == JsonKind.Null ? "null" : band.Text, row.Band?.Id);
        if (expectation.Missing is not { } missing) yield break;
        ImmutableArray<string> actual = [.. row.Missing.Select(m => m.Path)];
        if (!missing.Order(StringComparer.Ordinal).SequenceEqual(actual)) yield return Differs(expectation, row, "missing", string.Join(", ", missing), string.Join(", ", actual));
    }

    private static bool IsSame(JsonNode expected, FindingValue? actual) => expected.Kind switch
    {
        JsonKind.Null => actual is null,
        JsonKind.Number => actual is not null && Rational.TryParse(actual.Text, out Rational number) && number == Rational.Parse(expected.Text),
        JsonKind.Bool => actual?.Text == (expected.Truth ? "true" : "false"),
        _ => actual?.Text == expected.Text,
    };

    private static LocalText Differs(CaseExpectation expectation, Finding row, string what, string expected, string? actual)
    {
        string rule = $"`{Shown(expectation)}` ({row.Subject}) {what}";
        string was = actual ?? "null";
        return new LocalText($"{rule}：应为 {expected}，实为 {was}；{row.Message.In(TextLanguage.Chinese)}", $"{rule}: expected {expected}, got {was}; {row.Message.In(TextLanguage.English)}");
    }

    private static string Shown(CaseExpectation expectation) => expectation.Subject is null ? expectation.Rule : $"{expectation.Rule}@{expectation.Subject}";
}
