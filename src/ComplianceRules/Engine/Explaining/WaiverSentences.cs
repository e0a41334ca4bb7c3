using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>What findings say of the waivers that excuse them.</summary>
internal static class WaiverSentences
{
    /// <summary>The sentence of a breach with who excuses it, why and until when.</summary>
    /// <param name="breach">The sentence.</param>
    /// <param name="waiver">The waiver.</param>
    public static LocalText After(LocalText breach, FindingWaiver waiver) => new(
        $"{breach.In(TextLanguage.Chinese)}（{Chinese(waiver)}）", $"{breach.In(TextLanguage.English)} ({English(waiver)})");

    /// <summary>The sentence of a share with how many of the rows that it counts as keeping a rule are excused.</summary>
    /// <param name="share">The sentence.</param>
    /// <param name="waived">How many, as may be shown.</param>
    public static LocalText Counting(LocalText share, ShownCount waived) => new(
        $"{share.In(TextLanguage.Chinese)}（其中已豁免：{waived}）", $"{share.In(TextLanguage.English)} (waived among them: {waived})");

    private static string Chinese(FindingWaiver waiver)
    {
        const TextLanguage language = TextLanguage.Chinese;
        string by = waiver.Waiver.Authority is { } authority ? $"，{authority.In(language)}" : string.Empty;
        string under = Citation(waiver, language) is { } law ? $"，依据{law}" : string.Empty;
        string word = waiver.Waiver.Kind == WaiverKind.Reason ? "已记录理由" : "已豁免";
        return $"{word}{by}{under}：{waiver.Waiver.Reason.In(language)}；至 {Day(waiver.Waiver.Until)}";
    }

    private static string English(FindingWaiver waiver)
    {
        const TextLanguage language = TextLanguage.English;
        string by = waiver.Waiver.Authority is { } authority ? $" by {authority.In(language)}" : string.Empty;
        string under = Citation(waiver, language) is { } law ? $" under {law}" : string.Empty;
        string word = waiver.Waiver.Kind == WaiverKind.Reason ? "reason recorded" : "waived";
        return $"{word}{by}{under}: {waiver.Waiver.Reason.In(language)}; until {Day(waiver.Waiver.Until)}";
    }

    private static string? Citation(FindingWaiver waiver, TextLanguage language) =>
        waiver.Instrument is { } instrument ? new FindingSource(waiver.Pack ?? string.Empty, instrument, null, null).Citation(language) : null;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
