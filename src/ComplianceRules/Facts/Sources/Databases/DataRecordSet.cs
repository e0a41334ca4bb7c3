using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>The rows of one query.</summary>
/// <param name="table">The query.</param>
/// <param name="place">Its name as places show it.</param>
internal sealed class DataRecordSet(DataReaderTable table, string place) : RecordSet(table.Name, table.Name, SourceSpan.Whole(place))
{
    public override RecordReader Open(SheetShape? shape, SnapshotBuilder builder) =>
        new DataRecordReader(table.Open() ?? throw new InvalidOperationException($"the query of the table `{table.Name}` gave no reader"), place, table.IsTyped);
}
