using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Json;

namespace ComplianceRules.Engine;

/// <summary>Finds out what plain values can be taken for.</summary>
internal static class TrialScalars
{
    private const string DayFormat = "yyyy-MM-dd";

    public static bool IsScalar(JsonNode node) => node.Kind is JsonKind.Text or JsonKind.Number or JsonKind.Bool;

    /// <summary>What values of one name can be taken for; empty where they are of different kinds or one is not kept exactly, which is reported.</summary>
    /// <param name="name">The name, for messages.</param>
    /// <param name="values">The values that are known; plain ones.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static ImmutableArray<TrialReading> Readings(string name, IReadOnlyCollection<JsonNode> values, DiagnosticBag problems)
    {
        if (values.Count == 0) return TrialReadings.OfNullValue;
        JsonKind kind = values.First().Kind;
        if (values.FirstOrDefault(v => v.Kind != kind) is { } other)
        {
            problems.Report(DiagnosticCodes.TrialKindsDiffer, other.Span, JsonFault.Shown(name));
            return [];
        }

        return kind switch
        {
            JsonKind.Bool => [TrialReading.Bool],
            JsonKind.Number => OfNumbers(values, problems),
            _ => OfTexts(values),
        };
    }

    /// <summary>The day that a text is; null where it is none.</summary>
    public static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    /// <summary>The time of day that a text is, in minutes; null where it is none.</summary>
    public static int? Clock(string text) => TimeScale.TryParse(text, out int minutes) && TimeScale.WholeDay.Contains(minutes) ? minutes : null;

    private static ImmutableArray<TrialReading> OfNumbers(IReadOnlyCollection<JsonNode> values, DiagnosticBag problems)
    {
        bool areInts = values.All(v => JsonNumberRules.IsPlainInt(Encoding.UTF8.GetBytes(v.Text)));
        JsonNode[] lost = [.. values.Where(v => !(areInts ? IsInt(v.Text) : JsonNumberRules.HasFewDigits(Encoding.UTF8.GetBytes(v.Text))))];
        foreach (JsonNode value in lost) problems.Report(DiagnosticCodes.TrialNumberNotKept, value.Span, JsonFault.Shown(value.Text));
        return lost.Length > 0 ? [] : [areInts ? TrialReading.Int : TrialReading.Number];
    }

    private static ImmutableArray<TrialReading> OfTexts(IReadOnlyCollection<JsonNode> values)
    {
        ImmutableArray<TrialReading>.Builder readings = ImmutableArray.CreateBuilder<TrialReading>();
        readings.Add(TrialReading.Text);
        if (values.All(v => Day(v.Text) is not null)) readings.Add(TrialReading.Date);
        if (values.All(v => Clock(v.Text) is not null)) readings.Add(TrialReading.Time);
        return readings.ToImmutable();
    }

    private static bool IsInt(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}
