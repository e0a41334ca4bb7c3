using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Packs;

namespace ComplianceRules.Findings;

/// <summary>Reads waivers.</summary>
/// <param name="sources">Reads laws.</param>
internal sealed class WaiverReading(SourceReading sources)
{
    /// <summary>A waiver; null where there is none.</summary>
    public FindingWaiver? Optional(JsonMembers owner, string key) => owner.OptionalMembers(key, AssessmentKeys.Waiver) is { } waiver ? Of(waiver) : null;

    /// <summary>What became of the waivers of an assessment.</summary>
    public ImmutableArray<WaiverSummary> Summaries(JsonMembers document)
    {
        if (!document.Has("waivers")) return [];
        JsonMembers[] written = [.. document.Items("waivers", AssessmentKeys.WaiverSummary)];
        FindingWaiver[] waivers = [.. written.Select(Of)];
        ILookup<(string?, string), FindingWaiver> places = waivers.ToLookup(w => (w.Pack, w.Place));
        return [.. written.Zip(waivers, (members, waiver) => Summary(members, waiver, places))];
    }

    private static WaiverSummary Summary(JsonMembers summary, FindingWaiver waiver, ILookup<(string?, string), FindingWaiver> places) => new(waiver, summary.Words("issues", FindingNames.WaiverIssues))
    {
        Breaches = summary.IsNull("breaches") ? null : summary.Whole("breaches", 0, long.MaxValue),
        Overlaps = [.. summary.Items("overlaps", AssessmentKeys.Overlap).Select(o => places[(o.OptionalText("pack"), o.Text("place"))].FirstOrDefault() ?? throw o.Refused("place", "the place of one of the `waivers`"))],
    };

    private FindingWaiver Of(JsonMembers waiver)
    {
        string? pack = waiver.OptionalText("pack");
        string place = waiver.Text("place");
        Instrument? instrument = sources.Optional(waiver, "instrument", pack ?? string.Empty)?.Instrument;
        SourceSpan span = Span(place);
        string? subject = waiver.OptionalText("subject");
        if (waiver.IsNull("rule") && waiver.IsNull("area")) throw waiver.Refused("rule", "a rule or an area");
        if (subject is not null && !subject.Contains(':', StringComparison.Ordinal)) throw waiver.Refused("subject", "a row as `table:id`");
        return new FindingWaiver(
            new Waiver(span, span, span)
            {
                Rule = waiver.OptionalText("rule"),
                Area = waiver.OptionalText("area"),
                Subject = subject,
                Region = waiver.OptionalRegion("region"),
                From = waiver.Date("from"),
                Until = waiver.Date("until"),
                Kind = waiver.Word("kind", FindingNames.WaiverKinds),
                Authority = waiver.OptionalLocalText("authority"),
                Reason = waiver.LocalText("reason"),
                Instrument = instrument?.Id,
            },
            instrument,
            pack,
            place);
    }

    // As it is shown, `pack.json(12,5)`.
    private static SourceSpan Span(string place)
    {
        int open = place.LastIndexOf('(');
        string[] numbers = open > 0 && place.EndsWith(')') ? place[(open + 1)..^1].Split(',') : [];
        return numbers is [var row, var cell] && Number(row) is { } line && Number(cell) is { } column ? new SourceSpan(place[..open], line, column) : SourceSpan.Whole(place);
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
