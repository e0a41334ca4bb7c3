using System.Collections.Immutable;
using ComplianceRules.Engine;
using ComplianceRules.Packs;

namespace ComplianceRules.Analysis;

/// <summary>What packs hold, counted: what a reader looks at first, and what a bureau reports.</summary>
/// <remarks>Immutable; may be shared between threads. The same packs give the same counts in the same order.</remarks>
public sealed record PackStatistics
{
    private PackStatistics(Catalogue catalogue, IReadOnlyDictionary<string, int> cases)
    {
        ILookup<string, CheckedRule> rules = catalogue.Rules.ToLookup(r => r.Pack.Id, StringComparer.Ordinal);
        Packs = [.. catalogue.Packs.Packs.Select(p => new PackCounts(p, RuleCounts.Of([.. rules[p.Id]])) { Cases = cases.GetValueOrDefault(p.Id) })];
        Rules = RuleCounts.Of(catalogue.Rules);
        Tables = [.. catalogue.Schema.Tables.Values.Select(t => new TableCounts(t))];
        IEnumerable<Instrument> instruments = catalogue.Packs.Packs.SelectMany(p => p.Instruments.Values);
        InstrumentsByCertainty = Counted.By(instruments, i => i.Certainty, Enum.GetValues<Certainty>());
    }

    /// <summary>The packs, in ordinal order of their ids.</summary>
    public ImmutableArray<PackCounts> Packs { get; }

    /// <summary>The rules of all packs.</summary>
    public RuleCounts Rules { get; }

    /// <summary>The tables, in ordinal order.</summary>
    public ImmutableArray<TableCounts> Tables { get; }

    /// <summary>The instruments of all packs by how surely they are known; one that two packs name counts twice. Every certainty, 0 among them.</summary>
    public ImmutableSortedDictionary<Certainty, int> InstrumentsByCertainty { get; }

    /// <summary>The packs that join a stack only where somebody names them for a school.</summary>
    public int Templates => Packs.Count(p => p.Pack.IsTemplate);

    /// <summary>The packs of named schools.</summary>
    public int SchoolPacks => Packs.Count(p => !p.Pack.Schools.IsEmpty);

    /// <summary>Counts what packs hold.</summary>
    /// <param name="catalogue">The checked packs.</param>
    /// <param name="cases">How many cases each pack brings along, by its id, as <c>CaseRunner.Count</c> gives them; a pack that is not named has none.</param>
    public static PackStatistics Of(Catalogue catalogue, IReadOnlyDictionary<string, int> cases)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(cases);
        return new PackStatistics(catalogue, cases);
    }
}
