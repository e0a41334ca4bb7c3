using System.Collections.Immutable;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using static ComplianceRules.Reports.ReportCell;

namespace ComplianceRules.Reports;

/// <summary>The columns of a report with one row a finding, in their order.</summary>
internal static class ReportColumns
{
    /// <summary>Every column: what was judged, where, how it came out, what the law is, what excuses it.</summary>
    public static ImmutableArray<FindingColumn> All { get; } = [.. OfRules(), .. OfPlaces(), .. OfValues(), .. OfTexts(), .. OfLaws(), .. OfWaivers()];

    private static IEnumerable<FindingColumn> OfRules() =>
    [
        new("rule", 36, (f, _) => Of(f.Rule)) { OfPersons = (c, _) => Of(c.Rule) },
        new("title", 32, (f, w) => Of(w.In(f.Title))) { OfPersons = (c, w) => Of(w.Title(c.Rule)) },
        new("area", 16, (f, w) => Of(w.Area(f.Area))) { OfPersons = (c, w) => Of(w.Summary(c.Rule) is { } rule ? w.Area(rule.Area) : null) },
        new("pack", 14, (f, _) => Of(f.Pack)) { OfPersons = (c, w) => Of(w.Summary(c.Rule)?.Pack) },
        new("verdict", 12, (f, w) => Of(w.Of(f.Verdict))) { OfPersons = (c, w) => Of(w.Of(c.Verdict)) },
        new("severity", 10, (f, w) => Of(w.Of(f.Severity))) { OfPersons = (c, w) => Of(w.Of(c.Severity)) },
        new("binding", 11, (f, w) => Of(w.Of(f.Binding))) { OfPersons = (c, w) => Of(w.Summary(c.Rule) is { } rule ? w.Of(rule.Binding) : null) },
        new("entry", 12, (f, w) => Of(w.Say(f.Subject is null ? "entry.AllRows" : "entry.Row"))) { OfPersons = (_, w) => Of(w.Say("entry.Persons")) },
    ];

    private static IEnumerable<FindingColumn> OfPlaces() =>
    [
        new("school", 14, (f, _) => Of(f.Place?.School?.Id)) { OfPersons = (c, _) => Of(SchoolOf(c)?.Id) },
        new("schoolName", 28, (f, _) => Of(f.Place?.School?.Name)) { OfPersons = (c, _) => Of(SchoolOf(c)?.Name) },
        new("region", 12, (f, _) => Of(f.Place?.Region?.Text)),
        new("regionName", 20, (f, _) => Of(f.Place?.RegionName)),
        new("subjectTable", 14, (f, w) => Of(w.Table(f.Subject?.Table ?? w.Summary(f.Rule)?.Subject ?? string.Empty))) { OfPersons = (c, w) => Of(c.Parent is { } parent ? w.Table(parent.Table) : null) },
        new("subject", 20, (f, _) => Of(f.Subject?.Id)) { OfPersons = (c, _) => Of(c.Parent?.Id) },
        new("subjectName", 30, (f, _) => Of(f.Subject?.Name)) { OfPersons = (c, _) => Of(c.Parent?.Name) },
        new("rows", 8, (f, _) => Of(f.ShownRows)) { OfPersons = (c, _) => Of(c.Rows) },
    ];

    private static IEnumerable<FindingColumn> OfValues() =>
    [
        new("observed", 11, (f, w) => w.Of(f.Observed)),
        new("limit", 11, (f, w) => w.Of(f.Limit)),
        new("unit", 11, (f, w) => Of(w.Unit(f))),
        new("margin", 11, (f, w) => w.Of(f.Margin)),
        new("marginUnit", 11, (f, w) => Of(w.MarginUnit(f))),
        new("band", 14, (f, w) => Of(w.In(f.Band?.Title))),
    ];

    private static IEnumerable<FindingColumn> OfTexts() =>
    [
        new("message", 60, (f, w) => Of(w.In(f.Message))) { IsLong = true },
        new("remedy", 36, (f, w) => Of(w.In(f.Remedy))) { IsLong = true },
        new("correction", 44, (f, w) => Of(w.Correction(f))) { IsLong = true },
        new("missing", 40, (f, w) => Of(w.Missing(f))) { IsLong = true },
    ];

    private static IEnumerable<FindingColumn> OfLaws() =>
    [
        new("law", 40, (f, w) => Of(w.In(f.Source.Instrument.Title))),
        new("lawNumber", 22, (f, _) => Of(f.Source.Instrument.Number)),
        new("clause", 12, (f, _) => Of(f.Source.Clause)),
        new("issuer", 22, (f, w) => Of(w.In(f.Source.Instrument.Issuer))),
        new("since", 12, (f, _) => Of(f.Source.Since)),
        new("certainty", 12, (f, w) => Of(w.Of(f.Source.Instrument.Certainty))),
        new("limitLaw", 40, (f, w) => Of(AssessmentWords.OtherLaw(f)?.Citation(w.Language))),
        new("limitSince", 12, (f, _) => Of(AssessmentWords.OtherLaw(f)?.Since)),
        new("limitCertainty", 12, (f, w) => Of(AssessmentWords.OtherLaw(f) is { } law ? w.Of(law.Instrument.Certainty) : null)),
    ];

    private static IEnumerable<FindingColumn> OfWaivers() =>
    [
        new("waiverAuthority", 22, (f, w) => Of(w.In(f.Waiver?.Waiver.Authority))),
        new("waiverUntil", 12, (f, _) => Of(f.Waiver?.Waiver.Until)),
        new("waiverReason", 30, (f, w) => Of(f.Waiver is { } waiver ? w.Reason(waiver.Waiver) : null)),
        new("asOf", 12, (_, w) => Of(w.AsOf)) { OfPersons = (_, w) => Of(w.AsOf) },
    ];

    private static Subject? SchoolOf(PersonalCount count) => count.Parent is { Table: BaseTables.School } school ? school : null;
}
