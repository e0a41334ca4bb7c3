using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Brings the findings of parts into the order of an assessment.</summary>
internal sealed class MergedOrder
{
    private readonly ImmutableArray<AssessmentShard> _parts;
    private readonly Dictionary<int, int>[] _rows;

    /// <summary>Finds out where schools stand.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="facts">The facts of all of them.</param>
    public MergedOrder(ImmutableArray<AssessmentShard> parts, Snapshot facts)
    {
        _parts = parts;
        FactTable schools = facts.Table(BaseTables.School);
        Dictionary<string, int> rows = new(StringComparer.Ordinal);
        for (int row = 0; row < schools.Count; row++) rows.Add(schools.Id(row), row);
        _rows = [.. parts.Select(p => p.Content.Schools.ToDictionary(s => s.Value, s => rows[s.Key]))];
    }

    /// <summary>The findings of a rule: by key, as texts are compared, equal keys by row.</summary>
    /// <param name="rule">The rule's place among those that parts judged.</param>
    public ImmutableArray<(AssessmentShard, PartFinding)> Of(int rule) => Sorted(Enumerable.Range(0, _parts.Length).SelectMany(part => _parts[part].Content.Findings[rule].Select(f => (Part: part, Finding: f))));

    /// <summary>The findings chunk by chunk, of each chunk by rule.</summary>
    public IEnumerable<ImmutableArray<(AssessmentShard, PartFinding)>[]> Chunks()
    {
        int rules = _parts[0].Content.Findings.Length;
        int chunks = _parts.SelectMany(p => p.Content.Findings).Max(rule => rule.Count == 0 ? 0 : (int?)rule[^1].Place.Chunk + 1) ?? 0;
        int[][] next = [.. _parts.Select(_ => new int[rules])];
        for (int chunk = 0; chunk < chunks; chunk++) yield return [.. Enumerable.Range(0, rules).Select(rule => Sorted(OfChunk(rule, chunk, next)))];
    }

    // INVARIANT: in a part the findings of a rule stand chunk by chunk.
    private IEnumerable<(int Part, (PartFinding Place, string Key) Finding)> OfChunk(int rule, int chunk, int[][] next)
    {
        for (int part = 0; part < _parts.Length; part++)
        {
            List<(PartFinding Place, string Key)> findings = _parts[part].Content.Findings[rule];
            for (; next[part][rule] < findings.Count && findings[next[part][rule]].Place.Chunk == chunk; next[part][rule]++) yield return (part, findings[next[part][rule]]);
        }
    }

    private ImmutableArray<(AssessmentShard, PartFinding)> Sorted(IEnumerable<(int Part, (PartFinding Place, string Key) Finding)> findings) =>
    [
        .. findings.OrderBy(f => f.Finding.Key, StringComparer.Ordinal).ThenBy(f => _rows[f.Part][f.Finding.Place.School]).Select(f => (_parts[f.Part], f.Finding.Place)),
    ];
}
