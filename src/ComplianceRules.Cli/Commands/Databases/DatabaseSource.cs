using System.Data.Common;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Cli.Commands;

/// <summary>A database whose trouble is told as that of a file: it cannot be read.</summary>
/// <param name="below">The database.</param>
internal sealed class DatabaseSource(ISnapshotSource below) : ISnapshotSource
{
    public Checked<Snapshot> Read(FactSchema schema, SnapshotOptions options, CancellationToken cancellation)
    {
        try
        {
            return below.Read(schema, options, cancellation);
        }
        catch (DbException) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
        catch (DbException trouble)
        {
            throw DatabaseTrouble.Of(trouble);
        }
    }
}
