using ComplianceRules.Analysis;
using ComplianceRules.Cli.Output;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Sql;

namespace ComplianceRules.Cli.Commands;

/// <summary>What a caller of <c>evaluate</c> asks for.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Data">The snapshot's path; <c>-</c> for standard input.</param>
/// <param name="Packs">The packs' folder.</param>
internal sealed record EvaluateRequest(string Data, string Packs)
{
    /// <summary>The file name that standard input is taken for; null for the default.</summary>
    public string? InputName { get; init; }

    /// <summary>The mapping's path; null for none.</summary>
    public string? Map { get; init; }

    /// <summary>The path of the earlier snapshot; null for none.</summary>
    public string? Previous { get; init; }

    /// <summary>The path of the mapping of the earlier snapshot; null for none of its own.</summary>
    public string? PreviousMap { get; init; }

    /// <summary>The path of the file of waivers; null for none.</summary>
    public string? Waivers { get; init; }

    /// <summary>The path of the earlier assessment to compare with; null for none.</summary>
    public string? CompareWith { get; init; }

    /// <summary>The earlier assessment, once it was read; null for none.</summary>
    public RecordedAssessment? Earlier { get; init; }

    /// <summary>Whether only the waivers are asked for, and not the assessment.</summary>
    public bool IsWaiverList { get; init; }

    /// <summary>The day asked for; null for the data's own.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>What to judge.</summary>
    public RunOptions Run { get; init; } = new();

    /// <summary>How to read the data.</summary>
    public SnapshotOptions Reading { get; init; } = new();

    /// <summary>The name of the output format.</summary>
    public string Format { get; init; } = OutputFormats.Table;

    /// <summary>How many entries each list of a report that is cut shows.</summary>
    public int MostListed { get; init; }

    /// <summary>The share of the schools that alone is judged, as a part to be merged; null for all.</summary>
    public SchoolShard? Shard { get; init; }

    /// <summary>What becomes of rules that the database cannot judge, where it is to judge its rows itself; null where they are read.</summary>
    public SqlRest? InDatabase { get; init; }

    /// <summary>The file to write; null for standard output.</summary>
    public string? Out { get; init; }

    /// <summary>The copy of the data to write with its problems marked; null for none.</summary>
    public string? Problems { get; init; }

    /// <summary>The least severity of a breach that fails the run; null where none does.</summary>
    public Severity? FailOn { get; init; } = Severity.Warning;

    /// <summary>Whether unknown names, what was left out and malformed codes in the data refuse it.</summary>
    public bool IsStrict { get; init; }
}
