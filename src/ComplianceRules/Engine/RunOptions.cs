using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>What one run is to judge.</summary>
/// <remarks>Immutable.</remarks>
public sealed record RunOptions
{
    /// <summary>Only rows of this region and below; null for all.</summary>
    public RegionCode? Only { get; init; }

    /// <summary>Only rules of these areas; empty for all.</summary>
    public ImmutableArray<string> Areas { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Only these rules, by full id or by id within a pack; empty for all. A rule that takes the place of another goes by both names.</summary>
    public ImmutableArray<string> Rules { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Template packs that join the stacks of named schools.</summary>
    public ImmutableArray<SchoolPack> SchoolPacks { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether compliant and not applicable rows are listed among the findings too.</summary>
    public bool IncludeAll { get; init; }

    /// <summary>Whether each row that lacks a whole column or list has a finding of its own; else one finding stands for all rows that lack the same.</summary>
    public bool EachRow { get; init; }

    /// <summary>Whether rows of personal tables are listed among the findings, by id and name; else they are only counted.</summary>
    public bool IncludePersonal { get; init; }

    /// <summary>An earlier snapshot of the same schools, which <c>previous.x</c> reads; null where there is none: then each such fact is unknown.</summary>
    /// <remarks>
    /// It must have been read by the schema of the same catalogue. A row is the same as before where it has the same id, below the same row above where ids are unique only there;
    /// a class is found by its school and its id, whichever pupils it has.
    /// </remarks>
    public Snapshot? Previous { get; init; }

    /// <summary>Waivers that stand apart from the packs; null where there are none. Those in the packs hold in any case.</summary>
    /// <remarks>It must have been read against the same catalogue.</remarks>
    public WaiverFile? Waivers { get; init; }

    /// <summary>How many days before its last day a waiver is said to be about to end, at least 0.</summary>
    public int WaiversEndingWithin { get; init => field = Math.Max(0, value); } = 30;

    /// <summary>Whether the assessment keeps the verdicts, two bits a row and rule, so that <see cref="Plan.Reassess"/> judges only what a change touches.</summary>
    public bool ForReassessment { get; init; }

    /// <summary>Whether findings carry the change of facts that would put them right; it is worked out for each finding when that is made.</summary>
    public bool Corrections { get; init; }

    /// <summary>Whether the assessment carries an overview of schools, regions and measures; a run over a source hands its findings over and makes none.</summary>
    public bool Overview { get; init; }

    /// <summary>How many threads judge at once, at least 1; by default as many as there are processors. The assessment is the same for any number.</summary>
    public int Threads { get; init => field = Math.Max(1, value); } = Environment.ProcessorCount;

    /// <summary>Hears how far a run is, after each block of some thousand rows, from whichever thread judged it; null where nobody wants to know.</summary>
    /// <remarks>What it throws ends the run. No verdict depends on it.</remarks>
    public IProgress<RunProgress>? Progress { get; init; }

    /// <summary>What judges: columns unless a test wants the engine that defines the meaning.</summary>
    internal JudgingEngine Engine { get; init; }

    /// <summary>An engine of others that judges in the place of both; null for none.</summary>
    internal IGuestEngine? Guest { get; init; }

    /// <summary>The full ids of the rules asked for, whatever areas and rules say; null where those say it.</summary>
    internal FrozenSet<string>? Chosen { get; init; }

    /// <summary>Takes what the overview of all schools needs of these, which are a share of them; null where nobody wants it.</summary>
    internal OverviewShare? Sharing { get; init; }

    /// <summary>What was found of the same schools by rules that are not judged here, for the overview; null for nothing.</summary>
    internal OverviewShare? Shared { get; init; }

    /// <summary>Whether a rule is among those asked for.</summary>
    /// <param name="rule">The rule.</param>
    internal bool Selects(CheckedRule rule) => Chosen is { } chosen
        ? chosen.Contains(rule.FullId)
        : (Areas.IsEmpty || Areas.Contains(rule.Rule.Area)) && (Rules.IsEmpty || Rules.Any(rule.IsNamed));
}
