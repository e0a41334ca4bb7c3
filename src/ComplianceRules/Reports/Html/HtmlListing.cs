using System.Text.Json;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>Which findings a page lists: no person, and of too many the gravest.</summary>
/// <remarks>Made from outlines alone, before any finding is. Immutable.</remarks>
internal sealed class HtmlListing
{
    private const int Ranks = 8;
    private const int Personal = -1;

    private readonly FactSchema _schema;
    private readonly long[] _listed = new long[Ranks];
    private readonly long[] _found = new long[Ranks];

    /// <summary>Looks at the outlines of an assessment's findings.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="most">How many may be listed.</param>
    public HtmlListing(Assessment assessment, int most)
    {
        _schema = assessment.Schema;
        foreach (FindingOutline outline in assessment.Findings.Outlines())
        {
            if (Rank(outline) is > Personal and int rank) _found[rank]++;
            else Persons++;
        }

        long left = most;
        for (int rank = 0; rank < Ranks; rank++)
        {
            _listed[rank] = Math.Min(left, _found[rank]);
            left -= _listed[rank];
        }
    }

    /// <summary>How many findings are about one person each, and not listed.</summary>
    public long Persons { get; }

    /// <summary>How many findings are listed.</summary>
    public long Listed => _listed.Sum();

    /// <summary>How many findings are not listed because there are too many.</summary>
    public long Cut => _found.Sum() - Listed;

    /// <summary>The findings that are listed, in their order, each made when it is reached.</summary>
    /// <param name="findings">The assessment's findings.</param>
    public IEnumerable<Finding> Of(FindingList findings)
    {
        long[] left = [.. _listed];
        foreach (FindingSegment segment in findings.Segments)
        {
            for (int i = 0; i < segment.Count; i++)
            {
                if (Rank(segment.Outline(i)) is not (> Personal and int rank) || left[rank] == 0) continue;
                left[rank]--;
                yield return segment[i];
            }
        }
    }

    /// <summary>Writes how many findings there are and how many are not listed.</summary>
    /// <param name="json">Where to, an object that is open.</param>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("listing");
        json.WriteNumber("listed", Listed);
        json.WriteNumber("cut", Cut);
        json.WriteStartArray("cutByRank");
        for (int rank = 0; rank < Ranks; rank++) json.WriteNumberValue(_found[rank] - _listed[rank]);
        json.WriteEndArray();
        json.WriteBoolean("persons", Persons > 0);
        json.WriteEndObject();
    }

    // Breaches from the gravest on, then what is excused, what is not decided, what is kept and what is not concerned.
    private int Rank(FindingOutline outline)
    {
        if (outline.Table is { } table && _schema.IsPersonal(table)) return Personal;
        return outline.Verdict switch
        {
            Verdict.NonCompliant => Severity.Violation - outline.Severity,
            Verdict.Waived => 4,
            Verdict.Undetermined => 5,
            Verdict.Compliant => 6,
            _ => 7,
        };
    }
}
