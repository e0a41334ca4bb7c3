using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Brings the facts of parts together.</summary>
/// <param name="schema">The schema of the packs.</param>
/// <param name="parts">The parts, by share.</param>
/// <param name="cancellation">Stops the work.</param>
internal sealed class ShardFacts(FactSchema schema, ImmutableArray<AssessmentShard> parts, CancellationToken cancellation)
{
    /// <summary>The facts of all schools, as far as parts have them; else the part that has none as they must be.</summary>
    public (Snapshot? Facts, AssessmentShard? Damaged) Join()
    {
        List<JoinedPart> joined = [];
        foreach (AssessmentShard part in parts)
        {
            cancellation.ThrowIfCancellationRequested();
            Checked<Snapshot> read = new ColumnFileSnapshotSource(part.Content.Facts, part.Name).Read(schema, new SnapshotOptions(), cancellation);
            if (!read.IsValid || PlacesIn(read.Value.Table(BaseTables.School), part.Content) is not { } places) return (null, part);
            joined.Add(new JoinedPart(read.Value) { Places = places });
        }

        return (new SnapshotJoin([.. joined], null).Make(null), null);
    }

    // Null where the facts are not those of the schools that were judged.
    private static int[]? PlacesIn(FactTable schools, PartContent part)
    {
        if (schools.Count != part.Schools.Count) return null;
        int[] places = new int[schools.Count];
        for (int row = 0; row < places.Length; row++)
        {
            if (!part.Schools.TryGetValue(schools.Id(row), out places[row])) return null;
        }

        return places;
    }
}
