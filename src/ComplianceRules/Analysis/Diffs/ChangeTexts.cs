using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Analysis;

/// <summary>The small parts that sentences about changes are made of.</summary>
internal static class ChangeTexts
{
    /// <summary>Where nothing is given.</summary>
    public static LocalText None { get; } = new("无", "none");

    /// <summary>A rule by its id and title.</summary>
    /// <param name="id">The full id.</param>
    /// <param name="rule">The rule.</param>
    public static LocalText Rule(string id, Rule rule) => new($"`{id}`（{rule.Title.In(TextLanguage.Chinese)}）", $"`{id}` ({rule.Title.In(TextLanguage.English)})");

    /// <summary>Two texts one after the other.</summary>
    /// <param name="first">The first.</param>
    /// <param name="chinese">What follows in Chinese.</param>
    /// <param name="english">What follows in English.</param>
    public static LocalText Of(LocalText first, string chinese, string english) => new(first.Chinese + chinese, first.English + english);

    /// <summary>A day.</summary>
    /// <param name="day">The day.</param>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The law, its certainty included; in words where there is none.</summary>
    /// <param name="law">The law.</param>
    public static LocalText Law(FindingSource? law) => law is null ? new LocalText("未注明出处", "no source") : new LocalText(
        law.Citation(TextLanguage.Chinese) + Doubt(law.Instrument.Certainty, "（未经核实）", "（部分核实）"),
        law.Citation(TextLanguage.English) + Doubt(law.Instrument.Certainty, " (not verified)", " (verified in part)"));

    /// <summary>Which days.</summary>
    /// <param name="from">The first day; null where that is before all snapshots.</param>
    /// <param name="until">The last day; null where there is none.</param>
    public static LocalText Days(DateOnly? from, DateOnly? until) => (from, until) switch
    {
        (null, null) => new LocalText("始终", "always"),
        ({ } first, null) => new LocalText($"{Day(first)} 起", $"from {Day(first)}"),
        (null, { } last) => new LocalText($"至 {Day(last)}", $"until {Day(last)}"),
        ({ } first, { } last) => new LocalText($"{Day(first)} 至 {Day(last)}", $"from {Day(first)} until {Day(last)}"),
    };

    private static string Doubt(Certainty certainty, string unverified, string mixed) => certainty switch
    {
        Certainty.Unverified => unverified,
        Certainty.Mixed => mixed,
        _ => string.Empty,
    };
}
