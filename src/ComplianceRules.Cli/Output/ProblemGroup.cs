using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Cli.Output;

/// <summary>Problems of one kind: cells of one column that want the same, else those of one code in one file or sheet.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="First">The first of them, in file order.</param>
/// <param name="Count">How many there are.</param>
internal sealed record ProblemGroup(Diagnostic First, int Count)
{
    // Codes whose texts begin with a table and a field: wrong type in JSON, impossible, wrong type in tables, merged.
    private static readonly ImmutableArray<int> CellCodes = [4023, 4024, 4064, 4076];

    /// <summary>The table and the field of the cells; null where it is not about cells of one field.</summary>
    public string? Fact => CellCodes.Contains(First.Code.Number) && First.Arguments is [string table, string name, ..] ? $"{table}.{name}" : null;

    /// <summary>The groups, by their first problem.</summary>
    public static ImmutableArray<ProblemGroup> Of(IEnumerable<Diagnostic> problems) =>
        [.. problems.GroupBy(p => (p.Code, new ProblemGroup(p, 1).Fact, p.Span?.File, p.Span?.Sheet)).Select(g => new ProblemGroup(g.First(), g.Count()))];
}
