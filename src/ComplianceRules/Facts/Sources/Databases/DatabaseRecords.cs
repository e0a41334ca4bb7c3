using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Loads the tables of a database.</summary>
internal static class DatabaseRecords
{
    /// <summary>Loads what there is. Tables of a database are mostly somebody else's, so that a database of which none is read is the wrong one.</summary>
    /// <param name="sets">The tables.</param>
    /// <param name="name">The database's name as it is shown in places.</param>
    /// <param name="builder">Takes the rows and the problems.</param>
    /// <param name="mapping">The mapping; null where the tables have the columns of the format itself.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static void Load(IReadOnlyList<RecordSet> sets, string name, SnapshotBuilder builder, SnapshotMapping? mapping, CancellationToken cancellation)
    {
        SourceSpan whole = SourceSpan.Whole(name);
        bool isStrange = mapping is null && !sets.Any(s => RecordLoader.Knows(builder.Schema, s.TableName));
        if (sets.Count == 0 || isStrange) builder.Fail(new Diagnostic(DiagnosticCodes.DatabaseEmpty, whole));
        new RecordLoader(builder, mapping, cancellation).Load(sets, whole);
    }
}
