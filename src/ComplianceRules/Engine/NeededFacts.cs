using System.Collections.Immutable;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>The facts that the rules of a run may read: what a form has to ask for.</summary>
/// <remarks>Immutable. Rules of every day count, also those that are not in force yet or any more.</remarks>
public sealed record NeededFacts
{
    internal NeededFacts(RunOptions options, FactSchema schema, ImmutableArray<PackIdentity> packs, ImmutableArray<NeededTable> tables)
    {
        Options = options;
        Schema = schema;
        Packs = packs;
        Tables = tables;
    }

    /// <summary>What is to be judged.</summary>
    public RunOptions Options { get; }

    /// <summary>All tables and units that the packs speak of.</summary>
    public FactSchema Schema { get; }

    /// <summary>The packs that may judge rows of the region asked for or below it, outermost first; templates only where a school's are named.</summary>
    public ImmutableArray<PackIdentity> Packs { get; }

    /// <summary>The tables, each after those above it; empty where no rule is selected. Regions are there only for facts that their codes do not tell.</summary>
    public ImmutableArray<NeededTable> Tables { get; }

    /// <summary>Finds the facts that a run reads.</summary>
    /// <remarks>Ids and parents are always needed and not listed. A stage brings the grade and the schooling system along, and a school its name.</remarks>
    /// <param name="catalogue">The checked packs.</param>
    /// <param name="options">What to judge; null for everything. Names of areas and rules that no pack has select nothing.</param>
    public static NeededFacts Of(Catalogue catalogue, RunOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return new NeededFactsFinder(catalogue, options ?? new RunOptions()).Find();
    }
}
