using ComplianceRules.Cli.Progress;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Cli.Commands;

/// <summary>A source whose reading is watched.</summary>
/// <param name="below">The source.</param>
/// <param name="data">What it reads.</param>
/// <param name="meter">Counts what is read.</param>
/// <param name="session">The run.</param>
internal sealed class WatchedSource(ISnapshotSource below, DataInput data, ReadMeter meter, Session session) : ISnapshotSource
{
    /// <summary>The source itself.</summary>
    public ISnapshotSource Below => below;

    public Checked<Snapshot> Read(FactSchema schema, SnapshotOptions options, CancellationToken cancellation)
    {
        Checked<Snapshot> read;
        using (WorkStep step = session.Watch.Begin(session.Words.Reading(data.Name), WorkUnit.Bytes, data.Size))
        {
            meter.Begin(step);
            read = below.Read(schema, options, cancellation);
        }

        if (read.IsValid) session.Detail(session.Words.ReadRows(data.Name, read.Value.Tables.Sum(t => (long)t.Count), read.Value.Tables.Count(t => t.Count > 0)));
        return read;
    }
}
