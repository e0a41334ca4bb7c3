using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Cli.Commands;

/// <summary>What became of the data that a caller named.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Snapshot">The facts; null where the data is refused.</param>
/// <param name="Problems">Every problem: why it is refused, or the skipped records and issues of the facts.</param>
internal sealed record DataRead(Snapshot? Snapshot, ImmutableArray<Diagnostic> Problems)
{
    public static DataRead Of(Checked<Snapshot> read) =>
        read.IsValid ? new(read.Value, [.. read.Value.Data.Skipped, .. read.Value.Data.Issues]) : new(null, read.Diagnostics);
}
