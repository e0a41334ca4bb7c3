using System.Runtime.CompilerServices;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Tests.Engine.Waiving;

namespace ComplianceRules.Tests.Engine.Columns;

/// <summary>Holds both engines against each other over packs and snapshots that follow from seeds, and counts what was met.</summary>
internal sealed class PairRun
{
    /// <summary>How many snapshots meet the packs of one seed.</summary>
    public const int SnapshotsOfSeed = 4;

    private const int SeedsToALongTable = 300;
    private const int LongTable = 150;

    /// <summary>How many rows had which verdict.</summary>
    public Dictionary<Verdict, long> Verdicts { get; } = [];

    /// <summary>How many conditions and numbers of which kind the rules were turned into.</summary>
    public SortedDictionary<string, int> Nodes { get; } = new(StringComparer.Ordinal);

    /// <summary>How many rules were made, how many the checker took, and how many of these columns judge without the interpreter.</summary>
    public (int Made, int Kept, int Native) Rules { get; private set; }

    /// <summary>How many packs have met a snapshot.</summary>
    public int Pairs { get; private set; }

    /// <summary>What differs first; null where nothing does.</summary>
    /// <param name="seed">What packs and snapshots follow from.</param>
    public string? Hold(int seed)
    {
        Dice dice = new(seed);
        bool isLong = dice.OneIn(SeedsToALongTable);
        PairPacks packs = PairPacks.Make(dice, isLong ? 3 : dice.Between(2, 9));
        Count(packs);
        EnginePair pair = new(packs);
        Snapshot? first = null;
        Snapshot? before = null;
        for (int i = 0; i < (isLong ? 1 : SnapshotsOfSeed); i++)
        {
            int schools = isLong ? dice.Between(112, 150) : dice.OneIn(30) ? 60 : dice.Of(0, 1, 2, 4, 8, 16);
            string json = PairFacts.Json(dice, packs, schools, isLong ? LongTable : dice.Of(2, 4, 9));
            Snapshot snapshot = PairFacts.Read(packs.Catalogue.Schema, json);
            RunOptions options = Options(dice, packs, snapshot, before);
            string? fault = pair.Verdicts(snapshot, options) ?? (isLong || dice.OneIn(3) ? pair.Threads(snapshot, options) : null);
            if (schools < 16 && dice.OneIn(3)) fault ??= pair.Reports(snapshot, options with { IncludeAll = dice.OneIn(2), IncludePersonal = dice.OneIn(2) });
            if (fault is not null) return $"seed {seed}, snapshot {i}, {options}: {fault}\n{packs.Text}\n{json}";
            (first, before) = (first ?? snapshot, snapshot);
            Pairs++;
        }

        foreach ((Verdict verdict, long rows) in pair.Seen) Verdicts[verdict] = Verdicts.GetValueOrDefault(verdict) + rows;
        return pair.Verdicts(first!, new RunOptions()) is { } again ? $"seed {seed}, the first snapshot again: {again}\n{packs.Text}" : null;
    }

    /// <summary>What a run over made facts is asked for.</summary>
    /// <param name="dice">What with.</param>
    /// <param name="packs">The packs.</param>
    /// <param name="snapshot">The facts.</param>
    /// <param name="before">Earlier facts, if any.</param>
    public static RunOptions Options(Dice dice, PairPacks packs, Snapshot snapshot, Snapshot? before)
    {
        RunOptions options = new() { Threads = dice.Of(1, 1, 2, 8), Previous = dice.OneIn(3) ? before : null, Waivers = dice.OneIn(2) ? MadeWaivers.Of(dice, packs.Catalogue, snapshot) : null };
        FactTable schools = snapshot.Table(BaseTables.School);
        bool hasTemplate = schools.Count > 0 && packs.Catalogue.Packs.Packs.Any(p => p.IsTemplate);
        if (hasTemplate && dice.OneIn(2)) options = options with { SchoolPacks = [new SchoolPack("t", schools.Id(0)), new SchoolPack("t", schools.Id(schools.Count / 2))] };
        if (packs.Catalogue.Rules.IsEmpty) return options;
        return dice.Between(0, 9) switch
        {
            0 => options with { Only = RegionCode.Parse(dice.Of("370000", "370322", "440100")) },
            1 => options with { Areas = [dice.Pick(packs.Catalogue.Rules).Rule.Area] },
            2 => options with { Rules = [dice.Pick(packs.Catalogue.Rules).FullId] },
            3 => options with { Rules = [dice.Pick(packs.Catalogue.Rules).FullId, dice.Pick(packs.Catalogue.Rules).Rule.Id] },
            _ => options,
        };
    }

    private void Count(PairPacks packs)
    {
        int native = 0;
        foreach (CheckedRule rule in packs.Catalogue.Rules)
        {
            ColumnPlan alone = ColumnPlan.For(packs.Catalogue.Schema, [rule], Judged.Day);
            string[] nodes = [.. alone.Programs.SelectMany(p => NodesOf(p).Select(n => n.GetType().Name).Concat(NumbersOf(p).Values.Select(n => n.GetType().Name)))];
            foreach (string node in nodes) Nodes[node] = Nodes.GetValueOrDefault(node) + 1;
            if (!nodes.Contains(nameof(InterpretedNode))) native++;
        }

        Rules = (Rules.Made + packs.Rules.Made, Rules.Kept + packs.Rules.Kept, Rules.Native + native);
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_nodes")]
    private static extern ref List<TruthNode> NodesOf(TableProgram program);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_numbers")]
    private static extern ref Dictionary<string, NumberNode> NumbersOf(TableProgram program);
}
