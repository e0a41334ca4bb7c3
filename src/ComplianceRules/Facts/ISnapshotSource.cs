using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Something that facts can be read from.</summary>
/// <remarks>Trouble in the data comes back as diagnostics: refused records are errors unless they are skipped, cells that cannot be used are listed in <see cref="Snapshot.Data"/>.</remarks>
public interface ISnapshotSource
{
    /// <summary>Reads everything.</summary>
    /// <param name="schema">The tables and fields that facts can have.</param>
    /// <param name="options">How to read.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The snapshot; where the data was refused, the problems and no snapshot.</returns>
    /// <exception cref="System.IO.IOException">The data cannot be reached.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    Checked<Snapshot> Read(FactSchema schema, SnapshotOptions options, CancellationToken cancellation);
}
