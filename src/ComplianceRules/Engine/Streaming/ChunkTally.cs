using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>Hands the findings of chunks over and adds up what stands for all of them.</summary>
/// <remarks>For one thread.</remarks>
/// <param name="sink">Takes the findings.</param>
internal sealed class ChunkTally(IFindingSink sink)
{
    private readonly List<VerdictCounts> _counts = [];
    private readonly List<int> _lacking = [];
    private readonly List<SortedDictionary<string, UnknownReason>> _facts = [];
    private WaiverTally? _waivers;
    private Assessment? _last;

    /// <summary>How many rows have which verdict, by rule; empty where no chunk was taken.</summary>
    public IReadOnlyList<VerdictCounts> Counts => _counts;

    /// <summary>What was found of the waivers; null where there are none.</summary>
    public WaiverTally? Waivers => _waivers;

    /// <summary>Takes a chunk.</summary>
    /// <param name="chunk">What was found.</param>
    public void Take(Assessment chunk)
    {
        ImmutableArray<FindingSegment> segments = chunk.Findings.Segments;
        for (int rule = _counts.Count; rule < segments.Length; rule++)
        {
            _counts.Add(VerdictCounts.None);
            _lacking.Add(0);
            _facts.Add(new SortedDictionary<string, UnknownReason>(StringComparer.Ordinal));
        }

        ImmutableArray<FindingSegment>.Builder single = ImmutableArray.CreateBuilder<FindingSegment>(segments.Length);
        for (int rule = 0; rule < segments.Length; rule++)
        {
            RuleFindings found = (RuleFindings)segments[rule];
            _counts[rule] = _counts[rule].Plus(chunk.Rules[rule].Counts);
            Add(rule, found.Lacking);
            single.Add(found.OfSingleRows());
        }

        _waivers = WaiverTally.Sum([_waivers, chunk.WaiverTally]);
        _last = chunk;
        sink.Take(new FindingList(single.DrainToImmutable()));
    }

    /// <summary>Hands over the findings that stand for all rows together, and ends the run.</summary>
    /// <returns>The assessment without its findings; null where no chunk was taken.</returns>
    public Assessment? End()
    {
        if (_last is not { } last) return null;
        Finding[] together = [.. last.Findings.Segments.Select((segment, rule) => (Found: (RuleFindings)segment, Rule: rule)).Where(r => _lacking[r.Rule] > 0).Select(r => r.Found.OfAll(Lacking(r.Rule)))];
        sink.Take(FindingList.Of(together));
        return last with { WaiverTally = _waivers, Findings = [], Rules = [.. last.Rules.Select((rule, i) => rule with { Counts = _counts[i] })] };
    }

    /// <summary>The rows of all chunks that one finding of a rule stands for.</summary>
    /// <param name="rule">The rule's place among those judged.</param>
    public LackingRows Lacking(int rule) => new(_lacking[rule], [.. _facts[rule].Select(f => new MissingFact(f.Key, f.Value))], FoundRows.None);

    // Of several reasons for one path that of the last row stands.
    private void Add(int rule, LackingRows lacking)
    {
        _lacking[rule] = checked(_lacking[rule] + lacking.Count);
        foreach (MissingFact fact in lacking.Facts) _facts[rule][fact.Path] = fact.Reason;
    }
}
