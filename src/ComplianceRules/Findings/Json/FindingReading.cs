using System.Collections.Immutable;
using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Findings;

/// <summary>Reads findings as they were written.</summary>
/// <param name="parts">What the document tells once.</param>
/// <param name="sources">Reads laws.</param>
internal sealed class FindingReading(DocumentParts parts, SourceReading sources)
{
    private readonly WaiverReading _waivers = new(sources);
    private readonly CorrectionReading _corrections = new(parts);

    /// <summary>Reads a finding that stands by itself.</summary>
    /// <param name="element">The finding.</param>
    /// <param name="place">Where it is.</param>
    /// <exception cref="AssessmentJsonFault">It is none.</exception>
    public static Finding Alone(JsonElement element, JsonPlace place) => new FindingReading(DocumentParts.None, new SourceReading(DocumentParts.None)).Read(JsonMembers.Of(element, AssessmentKeys.Finding, place, "finding"));

    /// <summary>Reads a list of findings that stand by themselves.</summary>
    /// <param name="element">The list.</param>
    /// <exception cref="AssessmentJsonFault">It is none.</exception>
    public static FindingList List(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Array)
            throw new AssessmentJsonFault(JsonPlace.Root, new Diagnostic(DiagnosticCodes.AssessmentValue, null, "findings", "findings", element.ValueKind.ToString()), "a list of findings");
        return FindingList.Of(element.EnumerateArray().Select((finding, at) => Alone(finding, JsonPlace.Root.At(at))));
    }

    /// <summary>Reads a finding.</summary>
    /// <param name="finding">The finding.</param>
    /// <exception cref="AssessmentJsonFault">It is none.</exception>
    public Finding Read(JsonMembers finding)
    {
        string rule = finding.Text("rule");
        string pack = finding.Text("pack");
        (LocalText title, string area) = !finding.Has("title") && parts.Rule(rule, pack) is { } told ? told : (finding.LocalText("title"), finding.Text("area"));
        FindingValue? limit = finding.OptionalValue(AssessmentKeys.Limit, "limitType");
        FindingSource? law = sources.Optional(finding, "limitSource", null);
        return WithRows(finding, new Finding
        {
            Rule = rule,
            Title = title,
            Area = area,
            Pack = pack,
            Subject = SubjectReading.Optional(finding, "subject"),
            Place = SubjectReading.Place(finding),
            Verdict = finding.Word("verdict", FindingNames.Verdicts),
            Severity = finding.Word("severity", FindingNames.Severities),
            Binding = finding.Word("binding", FindingNames.Bindings),
            Observed = finding.OptionalValue("observed", "observedType"),
            Unit = finding.OptionalText("unit"),
            Limit = limit,
            Margin = Margin(finding),
            Band = finding.OptionalMembers("band", AssessmentKeys.Band) is { } band ? new FindingBand(band.Text("id"), band.LocalText("title")) : null,
            Source = sources.Of(finding, "source", pack),
            LimitSource = law,
            LimitTrail = sources.Trail(finding, limit, law),
            Relaxations = sources.Relaxations(finding),
            Parts = finding.Has("parts") ? [.. finding.Items("parts", AssessmentKeys.Part).Select(Part)] : [],
            Waiver = _waivers.Optional(finding, "waiver"),
            Message = finding.LocalText("message"),
            Remedy = finding.OptionalLocalText("remedy"),
            Correction = _corrections.Optional(finding),
            Missing = Missing(finding),
            MissingIsSmallest = !finding.Flag("missingIsSmallest", only: false),
        });
    }

    private static Finding WithRows(JsonMembers members, Finding finding)
    {
        if (finding.Subject is not null) return members.Has("rows") ? throw members.Refused("rows", "nothing beside a `subject`") : finding;
        ShownCount rows = members.Count("rows");
        if (rows.Least > int.MaxValue) throw members.Refused("rows", "a count of rows");
        Finding counted = finding with { Rows = (int)rows.Least };
        ShownCount shown = members.Has("shownRows") ? members.Count("shownRows") : rows;
        return shown == ShownCount.Exactly(counted.Rows) ? counted : counted with { ShownRows = shown };
    }

    private static FindingValue? Margin(JsonMembers finding)
    {
        FindingValue? margin = finding.OptionalValue("margin", string.Empty);
        return margin is null or { Type: FieldType.Number } ? margin : throw finding.Refused("margin", "a number");
    }

    private static FindingPart Part(JsonMembers part) => new(
        part.Text("id"),
        part.Bool("veto"),
        part.Word("verdict", FindingNames.Verdicts),
        [.. part.Items("rules", AssessmentKeys.PartRule).Select(r => new FindingPartRule(r.Text("rule"), r.Word("verdict", FindingNames.Verdicts), r.Bool("counts")))]);

    private static ImmutableArray<MissingFact> Missing(JsonMembers finding)
    {
        JsonMembers? reasons = finding.Has("reasons") ? finding.Map("reasons") : null;
        JsonMembers? more = finding.Has("moreReasons") ? finding.Map("moreReasons") : null;
        ImmutableArray<string> paths = finding.Texts("missing");
        foreach (JsonMembers given in new[] { reasons, more }.OfType<JsonMembers>())
        {
            if (given.Names.FirstOrDefault(n => !paths.Contains(n)) is { } other) throw given.Refused(other, "a reason of one of the facts in `missing`");
        }

        return [.. paths.SelectMany(path => Reasons(path, reasons, more).Select(reason => new MissingFact(path, reason)))];
    }

    private static IEnumerable<UnknownReason> Reasons(string path, JsonMembers? reasons, JsonMembers? more)
    {
        yield return reasons?.OptionalWord(path, FindingNames.UnknownReasons) ?? UnknownReason.Absent;
        if (more?.Has(path) != true) yield break;
        foreach (UnknownReason reason in more.Words(path, FindingNames.UnknownReasons)) yield return reason;
    }
}
