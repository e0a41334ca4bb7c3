using System.Collections.Immutable;
using System.Text.Json;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>Writes what a share of the schools was found to be as the lines of a part.</summary>
/// <remarks>For one run and one thread.</remarks>
/// <param name="part">Takes the lines.</param>
internal sealed class PartLines(PartWriter part) : IFindingSink
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private int _chunk;

    /// <summary>Begins the findings of a chunk of schools.</summary>
    /// <param name="chunk">The number of the chunk.</param>
    public void Begin(int chunk) => _chunk = chunk;

    /// <summary>Says where a school of the share stands among all.</summary>
    /// <param name="school">Its id.</param>
    /// <param name="place">Its place.</param>
    public void Place(string school, int place) => _places[school] = place;

    /// <summary>Writes the findings of single rows, rule by rule.</summary>
    /// <param name="findings">A segment for each rule.</param>
    public void Take(FindingList findings)
    {
        for (int rule = 0; rule < findings.Segments.Length; rule++)
        {
            FindingSegment segment = findings.Segments[rule];
            for (int i = 0; i < segment.Count; i++) Write(rule, segment[i]);
        }
    }

    /// <summary>Writes what rules say in all.</summary>
    /// <param name="tally">What was counted.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="overview">What the overview of all schools needs.</param>
    public void Counts(ChunkTally tally, ImmutableArray<CheckedRule> rules, OverviewShare overview)
    {
        for (int rule = 0; rule < tally.Counts.Count; rule++)
        {
            int number = rule;
            part.Line(json =>
            {
                json.WriteNumber(PartKeys.Counted, number);
                Write(json, "verdicts", tally.Counts[number]);
                Write(json, tally.Lacking(number));
                if (overview.Measures.TryGetValue(rules[number].FullId, out MeasureTally? measure)) Write(json, measure);
            });
        }
    }

    /// <summary>Writes the schools.</summary>
    /// <param name="overview">What the overview of all schools needs.</param>
    public void Schools(OverviewShare overview)
    {
        foreach ((string school, int place) in _places)
        {
            part.Line(json =>
            {
                json.WriteString(PartKeys.School, school);
                json.WriteNumber("at", place);
                json.WriteStartObject("areas");
                foreach ((string area, Dictionary<string, AreaVerdicts> schools) in overview.Areas)
                {
                    if (schools.TryGetValue(school, out AreaVerdicts? verdicts)) Write(json, area, verdicts);
                }

                json.WriteEndObject();
            });
        }
    }

    /// <summary>Writes what was found of the waivers.</summary>
    /// <param name="tally">What was found.</param>
    public void Waivers(WaiverTally tally) => part.Line(json =>
    {
        json.WriteStartArray(PartKeys.Waivers);
        foreach (WaiverCount count in tally.Counts)
        {
            json.WriteStartArray();
            foreach (long number in (ReadOnlySpan<long>)[count.Reached, count.Broken, count.Open]) json.WriteNumberValue(number);
            foreach (bool answer in (ReadOnlySpan<bool>)[count.IsNamed, count.IsMet, count.IsPackMet]) json.WriteBooleanValue(answer);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("overlaps");
        foreach ((int one, int other) in tally.Overlaps) Write(json, one, other);
        json.WriteEndArray();
    });

    /// <summary>Writes what the data was.</summary>
    /// <param name="kind">What the digest is of.</param>
    /// <param name="digest">The digest of all that was read.</param>
    /// <param name="report">What reading found.</param>
    public void Data(string kind, string digest, DataReport report)
    {
        ByteWriter bytes = new();
        ReportRecord.Write(bytes, report);
        part.Line(json =>
        {
            json.WriteString(PartKeys.Data, digest);
            json.WriteString("of", kind);
            json.WriteBase64String("report", bytes.Written);
        });
    }

    /// <summary>Writes the facts for rules that need all schools.</summary>
    /// <param name="facts">The facts of the share.</param>
    /// <param name="cancellation">Stops the writing.</param>
    public void Facts(Snapshot facts, CancellationToken cancellation)
    {
        using FactPieces pieces = new(part);
        ColumnFileWriter.Write(facts.WithoutReport(), pieces, cancellation);
        pieces.End();
    }

    private void Write(int rule, Finding finding) => part.Line(json =>
    {
        json.WriteNumber(PartKeys.Rule, rule);
        json.WriteNumber("chunk", _chunk);
        json.WriteNumber("at", _places[finding.Place!.School!.Id]);
        json.WriteString("key", finding.Subject!.Id);
        json.WriteString("verdict", FindingNames.Of(finding.Verdict));
        json.WritePropertyName("finding");
        FindingJson.Write(json, finding, JsonScope.Alone());
    });

    private static void Write(Utf8JsonWriter json, string name, VerdictCounts counts)
    {
        json.WriteStartArray(name);
        foreach (long count in (ReadOnlySpan<long>)[counts.Compliant, counts.NonCompliant, counts.Undetermined, counts.NotApplicable, counts.Waived]) json.WriteNumberValue(count);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, LackingRows lacking)
    {
        json.WriteNumber("lacking", lacking.Count);
        json.WriteStartObject("facts");
        foreach (MissingFact fact in lacking.Facts) json.WriteString(fact.Path, FindingNames.Of(fact.Reason));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, MeasureTally measure)
    {
        json.WriteStartObject("measure");
        json.WriteNumber("rows", measure.Rows);
        json.WriteStartArray("counts");
        foreach (MeasuredCount count in measure.Counts)
        {
            json.WriteStartArray();
            json.WriteNumberValue(count.Value);
            foreach (int rows in (ReadOnlySpan<int>)[count.Kept, count.Broken, count.Open]) json.WriteNumberValue(rows);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("limits");
        foreach ((HeldLimit limit, long rows) in measure.Limits.OrderBy(l => l.Key.Value).ThenBy(l => l.Key.IsUpper).ThenBy(l => l.Key.IsIncluded))
        {
            json.WriteStartArray();
            json.WriteNumberValue(limit.Value);
            json.WriteBooleanValue(limit.IsUpper);
            json.WriteBooleanValue(limit.IsIncluded);
            json.WriteNumberValue(rows);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string area, AreaVerdicts verdicts)
    {
        json.WriteStartObject(area);
        Write(json, "verdicts", verdicts.Counts);
        if (verdicts.Gravest is { } gravest) json.WriteString("gravest", FindingNames.Of(gravest));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, int one, int other)
    {
        json.WriteStartArray();
        json.WriteNumberValue(one);
        json.WriteNumberValue(other);
        json.WriteEndArray();
    }
}
