using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Tests.Engine;
using ComplianceRules.Tests.Engine.Columns;

namespace ComplianceRules.Tests.Sql;

/// <summary>Holds databases against the engine over packs and snapshots that follow from seeds, and counts what was met.</summary>
/// <param name="make">Makes the tables of a snapshot.</param>
internal sealed class SqlPairRun(Func<FactSchema, string, Dice, MadeDatabase> make)
{
    private const int MostShown = 2;

    private readonly Dictionary<Verdict, long> _seen = [];
    private readonly SortedDictionary<string, int> _leftOut = new(StringComparer.Ordinal);
    private (int Rules, int Doubtful, int Schools) _count;

    /// <summary>How many findings had a measure, and how many had none where the engine has one.</summary>
    public (int Of, int Without) Measured { get; private set; }

    /// <summary>How many rules of regions the database reduced, and how many not.</summary>
    public (int Of, int Without) Reduced { get; private set; }

    /// <summary>How many rows had which verdict.</summary>
    public IReadOnlyDictionary<Verdict, long> Seen => _seen;

    /// <summary>What differs.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Holds the packs and snapshots of some seeds.</summary>
    /// <param name="first">The first seed.</param>
    /// <param name="count">How many.</param>
    public void Hold(int first, int count)
    {
        for (int seed = first; seed < first + count && Faults.Count < MostShown; seed++) Hold(seed);
    }

    public override string ToString() =>
        $"{_count.Rules} rules written, left out {string.Join(", ", _leftOut)}; {_count.Doubtful} of {_count.Schools} schools in doubt; {Measured} measured; {Reduced} reduced; {string.Join(", ", _seen)}";

    // Every third pack is of rules about regions, which databases only begin to judge.
    private void Hold(int seed)
    {
        Dice dice = new(seed);
        PairPacks packs = PairPacks.Make(dice, dice.Between(2, 9), subject: seed % 3 == 0 ? BaseTables.Region : null);
        SqlPair pair = new(packs.Catalogue, Judged.Day);
        string json = PairFacts.Json(dice, packs, dice.Of(1, 2, 4, 8, 16), dice.Of(2, 4, 9));
        using MadeDatabase database = make(packs.Catalogue.Schema, json, dice);
        if (pair.Fault(database) is { } fault) Faults.Add($"seed {seed}: {fault}\n{packs.Text}\n{json}");
        foreach ((Verdict verdict, long rows) in pair.Seen) _seen[verdict] = _seen.GetValueOrDefault(verdict) + rows;
        foreach ((string code, int many) in pair.LeftOut) _leftOut[code] = _leftOut.GetValueOrDefault(code) + many;
        Measured = (Measured.Of + pair.Measured.Of, Measured.Without + pair.Measured.Without);
        Reduced = (Reduced.Of + pair.Reduced.Of, Reduced.Without + pair.Reduced.Without);
        _count = (_count.Rules + pair.Count.Rules, _count.Doubtful + pair.Count.Doubtful, _count.Schools + pair.Count.Schools);
    }
}
