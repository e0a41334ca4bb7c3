using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Contract;

/// <summary>What another source gives, once it has been a column file.</summary>
internal sealed class ConvertedSource(ISnapshotSource source) : ISnapshotSource
{
    public Checked<Snapshot> Read(FactSchema schema, SnapshotOptions options, CancellationToken cancellation)
    {
        Checked<Snapshot> read = source.Read(schema, options, cancellation);
        if (!read.IsValid) return read;
        using MemoryStream file = new();
        ColumnFileWriter.Write(read.Value, file, cancellation);
        return new ColumnFileSnapshotSource(() => new MemoryStream(file.ToArray()), "s.crcol").Read(schema, options, cancellation);
    }
}
