using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Agreement;

/// <summary>Writes a snapshot in one format and reads it.</summary>
internal abstract class AgreedSource
{
    public abstract Checked<Snapshot> Read(AgreedSnapshot snapshot, SnapshotOptions options);

    public Snapshot Read(AgreedSnapshot snapshot) => Read(snapshot, new SnapshotOptions()).Value;
}
