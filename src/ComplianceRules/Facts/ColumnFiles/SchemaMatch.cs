using System.Globalization;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Compares what a column file says its tables and fields are with what the packs say; only what has rows counts.</summary>
/// <param name="record">The description of the file.</param>
/// <param name="schema">The tables and fields of the packs.</param>
/// <param name="file">What places show.</param>
internal sealed class SchemaMatch(SnapshotRecord record, FactSchema schema, SourceSpan file)
{
    private readonly bool _isOwn = record.Description.IsOf(schema);

    /// <summary>All that the file has and the packs have not, or have otherwise.</summary>
    public IEnumerable<Diagnostic> Problems() => record.Schema.Zip(record.Tables).SelectMany(t => Problems(t.First, t.Second));

    /// <summary>The report of the file as it is for the packs: without tables and lists that they do not have, with the lists that only they have.</summary>
    /// <param name="tables">The tables that were read.</param>
    /// <param name="passed">What was passed over.</param>
    public DataReport Report(IReadOnlyDictionary<string, FactTable> tables, IEnumerable<Diagnostic> passed)
    {
        HashSet<string> described = [.. record.Schema.Select(t => t.Name)];
        IEnumerable<string> known = record.Report.Unreported.Where(name => HasList(name));
        IEnumerable<string> added = schema.Tables.Values
            .Where(t => !described.Contains(t.Name) && t.Parent is { } parent && parent != t.Name && tables[parent].Count > 0)
            .Select(t => $"{t.Parent}.{t.Children}");
        return record.Report with
        {
            Rows = record.Report.Rows.RemoveRange(record.Report.Rows.Keys.Where(name => schema.Table(name) is null)),
            Issues = [.. passed, .. record.Report.Issues],
            Unreported = [.. known.Concat(added).Distinct().Order(StringComparer.Ordinal)],
        };
    }

    private bool HasList(string name) => name.Split('.') is [var table, var list] && schema.Table(table) is not null && schema.List(table, list) is not null;

    private IEnumerable<Diagnostic> Problems(DescribedTable described, TableEntry entry)
    {
        if (entry.Count == 0) return [];
        if (schema.Table(described.Name) is not { } table) return [Unknown(described.Name, entry.Count)];
        if (table.Parent != described.Parent || table.Children != described.Children)
            return [new Diagnostic(DiagnosticCodes.ColumnFileTableDiffers, file, Shown(described.Name), Place(described.Parent, described.Children), Place(table.Parent, table.Children))];
        return entry.Columns.SelectMany(column => Problems(table, described, column.Field));
    }

    private IEnumerable<Diagnostic> Problems(TableSchema table, DescribedTable described, string name)
    {
        if (_isOwn && table.Field(name) is not null) return [];
        string path = Shown($"{table.Name}.{name}");
        if (table.Field(name) is not { } field) return [new Diagnostic(DiagnosticCodes.ColumnFileFieldUnknown, file, path) { DidYouMean = NearestName.Of(name, table.Fields.Keys) }];
        if (described.Field(name) is not { } written) throw ColumnFileFault.Unsound(path);
        return written.DifferencesFrom(DescribedField.Of(field))
            .Select(d => new Diagnostic(DiagnosticCodes.ColumnFileFieldDiffers, file, path, Shown(d.Key), Shown(d.Here), Shown(d.There)));
    }

    private Diagnostic Unknown(string table, int rows) =>
        new(DiagnosticCodes.ColumnFileTableUnknown, file, Shown(table), rows.ToString(CultureInfo.InvariantCulture)) { DidYouMean = NearestName.Of(table, schema.Tables.Keys) };

    private static string Place(string? parent, string children) => Shown(parent is null ? children : $"{parent}.{children}");

    private static string Shown(string text) => text.Length == 0 ? "-" : DataExcerpt.Of(text);
}
