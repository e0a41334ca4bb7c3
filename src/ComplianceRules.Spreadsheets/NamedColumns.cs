using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets;

/// <summary>Makes the mapping of a file whose columns have the names of the format itself.</summary>
internal static class NamedColumns
{
    private const string Id = "id";

    /// <summary>Which columns are what; a column that is nothing is reported.</summary>
    /// <param name="header">The columns.</param>
    /// <param name="table">The table that the file is named after.</param>
    /// <param name="builder">Takes the problems.</param>
    /// <param name="own">The tables that have files of their own.</param>
    public static MappedTable Table(CsvHeader header, TableSchema table, SnapshotBuilder builder, HashSet<string> own)
    {
        MappedParent? parent = Parent(header, table, builder.Schema, own);
        HashSet<string> taken = new(StringComparer.Ordinal) { Id };
        for (MappedParent? at = parent; at is not null; at = at.Above) taken.Add(at.Table.Name);
        ImmutableArray<MappedField> fields =
        [
            .. table.Fields.Values.Where(f => header.Find(f.Name) >= 0 && taken.Add(f.Name))
                .Select(f => new MappedField(f, Column(f.Name), new CellReader(f, CellWords.Default))),
        ];
        foreach (string name in header.Names.Where(n => !taken.Contains(n))) builder.Report(Unknown(name, header, table, builder.Schema));
        return new MappedTable(table, string.Empty, [], [Column(Id)], parent, fields, Complete: false);
    }

    // Regions lie below each other by their codes, so their files need no parent.
    private static MappedParent? Parent(CsvHeader header, TableSchema table, FactSchema schema, HashSet<string> own)
    {
        if (table.Parent is not { } name || name == table.Name || schema.Table(name) is not { } parent) return null;
        if (name == BaseTables.Region && header.Find(name) < 0) return null;
        MappedParent? above = parent.HasGlobalIds ? null : Parent(header, parent, schema, own);
        return new MappedParent(parent, [Column(name)], above, [], !own.Contains(name));
    }

    private static MappedColumn Column(string name) => new(name, null);

    // A first line without an id may be no header but a person.
    private static Diagnostic Unknown(string name, CsvHeader header, TableSchema table, FactSchema schema)
    {
        bool isHeader = header.Find(Id) >= 0;
        return new(DiagnosticCodes.UnknownColumn, header.Span, isHeader ? DataExcerpt.Of(name) : DataExcerpt.Of(name, table, schema), table.Name)
        {
            DidYouMean = isHeader || !schema.IsPersonal(table.Name) ? NearestName.Of(name, table.Fields.Keys.Where(f => header.Find(f) < 0)) : null,
        };
    }
}
