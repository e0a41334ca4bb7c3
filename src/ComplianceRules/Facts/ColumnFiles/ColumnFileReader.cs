using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Makes a snapshot of the bytes of a column file: its cells stay where they are, everything else is looked at first.</summary>
/// <param name="bytes">The file.</param>
/// <param name="file">What places show.</param>
/// <param name="schema">The tables and fields of the packs.</param>
/// <param name="options">How to read.</param>
internal sealed class ColumnFileReader(ColumnBytes bytes, SourceSpan file, FactSchema schema, SnapshotOptions options)
{
    private const string Part = "description";
    private const string ReportPart = "report";

    /// <summary>Reads everything.</summary>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The snapshot, or why there is none; a fault that is thrown does not know its file.</returns>
    /// <exception cref="DataReadingException">The file is none, is damaged or contradicts itself.</exception>
    public Checked<Snapshot> Read(CancellationToken cancellation)
    {
        ColumnFileHeader header = ColumnFileHeader.Read(bytes);
        SectionCursor cursor = new(bytes, header, new BlockChecks(bytes, header, cancellation));
        SnapshotRecord record = SnapshotRecord.Read(cursor.Take<byte>(header.DescriptionLength, Part), schema);
        ColumnFileFault.Require(header.Fingerprint.Span.SequenceEqual(record.Description.Fingerprint.Span) && IsOrdered(record), Part);
        SchemaMatch match = new(record, schema, file);
        ImmutableArray<Diagnostic> problems = [.. match.Problems(), .. WithoutRegion(record)];
        if (problems.Any(p => p.Severity == DiagnosticSeverity.Error)) return new Checked<Snapshot>(null, problems);
        TableRows rows = new(cursor, record, schema);
        foreach ((DescribedTable table, TableEntry entry) in record.Schema.Zip(record.Tables)) rows.Take(table, entry);
        cursor.End();
        rows.AddOthers();
        Check(record, rows.Tables, cancellation);
        if (Moved(schema.FormerCodes, rows.Tables[BaseTables.Region]) is { } moved) return new Checked<Snapshot>(null, [moved]);
        Snapshot snapshot = new(schema, record.Date, record.Title, record.Covers, rows.Tables.Values, record.SchoolPacks.ToDictionary(), match.Report(rows.Tables, problems))
        {
            Calendar = record.Calendar,
        };
        return new Checked<Snapshot>(snapshot, []);
    }

    private IEnumerable<Diagnostic> WithoutRegion(SnapshotRecord record)
    {
        if (options.DefaultRegion is not { } region || record.Report.SchoolsWithoutRegion == 0) return [];
        return [new Diagnostic(DiagnosticCodes.ColumnFileWithoutRegion, file, $"{record.Report.SchoolsWithoutRegion}", region.Text)];
    }

    // Where regions lie was settled when the file was made, by the codes of that day.
    private Diagnostic? Moved(FormerCodes formerCodes, FactTable regions)
    {
        for (int row = 0; row < regions.Count; row++)
        {
            if (!RegionCode.TryParse(regions.Id(row), out RegionCode code)) continue;
            RegionCode now = formerCodes.Current(code);
            if (now != code || (formerCodes.Parent(code) is { } above && above != code.Parent))
                return new Diagnostic(DiagnosticCodes.ColumnFileRegionMoved, file, code.Text, now == code ? formerCodes.Parent(code)!.Value.Text : now.Text);
        }

        return null;
    }

    // Names that stand twice would let one column hide another.
    private static bool IsOrdered(SnapshotRecord record) =>
        record.Schema.Select(t => t.Name).Distinct(StringComparer.Ordinal).Count() == record.Schema.Length
        && record.Schema.All(t => TextOrder.IsAscending([.. t.Fields.Select(f => f.Name)]))
        && record.Tables.All(t => TextOrder.IsAscending([.. t.Columns.Select(c => c.Field)]) && TextOrder.IsAscending([.. t.Lists.Select(l => l.Name)]))
        && record.Schema.Select(t => t.Parent).OfType<string>().All(record.Schema.Select(t => t.Name).ToHashSet(StringComparer.Ordinal).Contains)
        && record.Covers.Distinct().Count() == record.Covers.Length
        && record.SchoolPacks.Zip(record.SchoolPacks.Skip(1), (earlier, later) => earlier.Key < later.Key).All(isLater => isLater);

    private static void Check(SnapshotRecord record, IReadOnlyDictionary<string, FactTable> tables, CancellationToken cancellation)
    {
        foreach (FactTable table in tables.Values)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach ((string name, ChildList list) in table.Lists)
                ColumnFileFault.Require(ListCheck.FollowsParents(table, list, tables[list.Table]), $"{table.Schema.Name}.{name}");
        }

        FactTable schools = tables[BaseTables.School];
        int homeless = schools.Parents.Count(-1);
        bool isSound = record.SchoolPacks.All(p => p.Key < schools.Count && !p.Value.IsEmpty)
            && record.Report.SchoolsWithoutRegion <= homeless
            && record.Report.Rows.All(r => !tables.TryGetValue(r.Key, out FactTable? table) || r.Value <= table.Count);
        ColumnFileFault.Require(isSound, ReportPart);
    }
}
