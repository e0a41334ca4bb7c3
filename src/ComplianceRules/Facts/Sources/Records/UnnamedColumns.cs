using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Says once a column that cells stand in a column without a name.</summary>
/// <param name="header">The columns.</param>
/// <param name="table">The table as messages name it.</param>
/// <param name="builder">Takes the problems.</param>
internal sealed class UnnamedColumns(RecordHeader header, string table, SnapshotBuilder builder)
{
    private readonly HashSet<int> _silent = [.. header.Unnamed];

    public void Report(RecordView records)
    {
        if (_silent.Count == 0) return;
        foreach (int column in _silent.Where(c => !records.Chars(c).IsEmpty).ToArray())
        {
            builder.Report(new Diagnostic(DiagnosticCodes.RecordColumnUnnamed, records.SpanOf(column), table));
            _silent.Remove(column);
        }
    }
}
