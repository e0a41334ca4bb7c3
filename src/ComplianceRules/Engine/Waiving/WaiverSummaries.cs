using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>Says what became of the waivers of a run, and nothing of what was not judged.</summary>
/// <param name="catalogue">The checked packs.</param>
/// <param name="waivers">The waivers.</param>
/// <param name="options">What was asked for.</param>
/// <param name="covers">The regions of which every school is in the data.</param>
internal sealed class WaiverSummaries(Catalogue catalogue, DayWaivers waivers, RunOptions options, ImmutableArray<RegionCode> covers)
{
    private readonly ILookup<string, CheckedRule> _rules = catalogue.Rules.SelectMany(r => new[] { r.FullId, r.Id }.Distinct().Select(id => KeyValuePair.Create(id, r)))
        .ToLookup(r => r.Key, r => r.Value, StringComparer.Ordinal);

    /// <summary>The waivers of the packs that judge rows, and those of the file.</summary>
    /// <param name="tally">What the run found.</param>
    public ImmutableArray<WaiverSummary> Of(WaiverTally tally)
    {
        ILookup<int, int> overlaps = tally.Overlaps.SelectMany(o => new[] { o, (One: o.Other, Other: o.One) }).ToLookup(o => o.One, o => o.Other);
        return [.. Enumerable.Range(0, waivers.All.Length).Where(w => tally.Counts[w].IsPackMet).Select(w => Summary(waivers.All[w], tally.Counts[w], [.. overlaps[w].Order()]))];
    }

    private WaiverSummary Summary(CheckedWaiver waiver, WaiverCount count, ImmutableArray<int> overlaps)
    {
        bool isInForce = waiver.Written.Contains(waivers.AsOf);
        bool isSecret = !options.IncludePersonal && RulesOf(waiver).Any(r => catalogue.Schema.IsPersonal(r.Rule.Subject));
        return new WaiverSummary(Shown(waiver), [.. Issues(waiver, count, isSecret), .. overlaps.IsEmpty ? (WaiverIssue[])[] : [WaiverIssue.Overlapping]])
        {
            Breaches = isInForce && !isSecret ? count.Broken : null,
            Overlaps = [.. overlaps.Select(o => Shown(waivers.All[o]))],
        };
    }

    private IEnumerable<WaiverIssue> Issues(CheckedWaiver waiver, WaiverCount count, bool isSecret)
    {
        if (waiver.Written.Until < waivers.AsOf)
        {
            yield return WaiverIssue.Expired;
            yield break;
        }

        bool isInForce = waiver.Written.Contains(waivers.AsOf);
        if (isInForce && waiver.Written.Until.DayNumber - waivers.AsOf.DayNumber <= options.WaiversEndingWithin) yield return WaiverIssue.EndsSoon;
        if (isInForce && !isSecret && IsUnused(waiver, count)) yield return WaiverIssue.Unused;
        if (IsUnknown(waiver, count)) yield return WaiverIssue.UnknownSubject;
    }

    private bool IsUnused(CheckedWaiver waiver, WaiverCount count)
    {
        if (count.Reached == 0 || count.Broken > 0 || count.Open > 0) return false;
        if (waiver.Written.Region is { } region && !(IsCovered(region) && (options.Only is not { } only || catalogue.Schema.FormerCodes.Contains(only, region)))) return false;
        return RulesOf(waiver).Where(r => r.Rule.Effective.Contains(waivers.AsOf)).All(options.Selects);
    }

    // A pack of the nation meets the data of one county: that its other rows are not there says nothing.
    private bool IsUnknown(CheckedWaiver waiver, WaiverCount count)
    {
        if (waiver.Written.SubjectTable is not { } table || (!options.IncludePersonal && catalogue.Schema.IsPersonal(table))) return false;
        if (count.IsNamed) return options.Only is null && !count.IsMet;
        return waiver.Pack is null || (waiver.Pack.Region is { } own && IsCovered(own));
    }

    private bool IsCovered(RegionCode region) => covers.Any(c => catalogue.Schema.FormerCodes.Contains(c, region));

    private IEnumerable<CheckedRule> RulesOf(CheckedWaiver waiver) => waiver.Rules.SelectMany(r => _rules[r]).Distinct();

    // What was written of a person tells who it is.
    private FindingWaiver Shown(CheckedWaiver waiver) => options.IncludePersonal || waiver.Written.SubjectTable is not { } table || !catalogue.Schema.IsPersonal(table)
        ? waiver.Source
        : waiver.Source with { Waiver = Nameless(waiver.Written) };

    private static Waiver Nameless(Waiver waiver) => waiver with { Subject = null, Reason = LocalText.Empty };
}
