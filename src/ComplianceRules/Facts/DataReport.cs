using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>What reading a snapshot found. Each record that was read is a row, is skipped or is filtered; none is lost.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Rows">Rows that became facts, by table. Schools made of a mapping's repeated columns are counted, though they have no record of their own; regions made of codes and year groups made of classes are not.</param>
/// <param name="Filtered">Records left out by the mapping's <c>where</c>.</param>
/// <param name="Skipped">Records refused and left out because the caller asked to skip them, each with its place.</param>
/// <param name="Issues">Cells and names that could not be used, each with its place.</param>
/// <param name="Unreported">Child lists that no row reported, as <c>school.classes</c>, in ordinal order.</param>
public sealed record DataReport(
    ImmutableSortedDictionary<string, int> Rows,
    int Filtered,
    ImmutableArray<Diagnostic> Skipped,
    ImmutableArray<Diagnostic> Issues,
    ImmutableArray<string> Unreported)
{
    private static readonly FrozenSet<DiagnosticCode> Strict =
    [
        DiagnosticCodes.UnknownSnapshotKey,
        DiagnosticCodes.UnknownRowKey,
        DiagnosticCodes.UnknownColumn,
        DiagnosticCodes.RecordColumnUnnamed,
        DiagnosticCodes.CsvFileLeftOut,
        DiagnosticCodes.RecordsLeftOut,
        DiagnosticCodes.RecordsHidden,
        DiagnosticCodes.RecordsNoTableFile,
        DiagnosticCodes.RegionCodeMalformed,
        DiagnosticCodes.ColumnFileFieldUnknown,
        DiagnosticCodes.ColumnFileTableUnknown,
    ];

    /// <summary>The report of data of which nothing was read.</summary>
    internal static DataReport Empty { get; } = new(ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal), 0, [], [], []);

    /// <summary>How many schools lie in no region, because the data gives none and the caller neither; a malformed code is an issue and not counted here.</summary>
    public int SchoolsWithoutRegion { get; init; }

    /// <summary>
    /// Whether the data has columns or keys that no field takes, columns without a name, files or sheets that were left out, or region codes that are none: what a strict
    /// caller refuses.
    /// </summary>
    public bool HasUnknownNames => Issues.Any(i => Strict.Contains(i.Code));
}
