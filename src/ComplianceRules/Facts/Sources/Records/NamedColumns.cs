using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Makes the mapping of a table whose columns have the names of the format itself.</summary>
internal static class NamedColumns
{
    private const string Id = "id";
    private const string Packs = "packs";

    /// <summary>Which columns are what; a column that is nothing is reported.</summary>
    /// <param name="header">The columns.</param>
    /// <param name="table">The table.</param>
    /// <param name="builder">Takes the problems.</param>
    /// <param name="own">The tables that have records of their own.</param>
    public static MappedTable Table(RecordHeader header, TableSchema table, SnapshotBuilder builder, HashSet<string> own)
    {
        FactSchema schema = builder.Schema;
        MappedParent? parent = Parent(header, table, schema, own);
        MappedColumn id = IdOf(header, table);
        HashSet<string> taken = new(StringComparer.Ordinal) { Id };
        for (MappedParent? at = parent; at is not null; at = at.Above) taken.Add(at.Table.Name);
        ImmutableArray<MappedField> fields =
        [
            .. table.Fields.Values.Where(f => header.Find(f.Name) >= 0 && taken.Add(f.Name))
                .Select(f => new MappedField(f, Column(f.Name), new CellReader(f, CellWords.Default))),
        ];
        ImmutableArray<MappedList> lists =
        [
            .. ListsOf(schema, table).Where(t => header.Find(t.Children) >= 0 && taken.Add(t.Children))
                .Select(t => new MappedList(t.Children, Column(t.Children), CellWords.Default)),
        ];
        bool packs = table.Name == BaseTables.School && header.Find(Packs) >= 0 && taken.Add(Packs);
        foreach (string name in header.Names.Where(n => !taken.Contains(n))) builder.Report(Unknown(name, header, table, schema));
        return new MappedTable(table, string.Empty, [], [id], parent, fields, Complete: false) { Lists = lists, Packs = packs ? Column(Packs) : null };
    }

    // Regions' lists follow from what the snapshot covers.
    private static IEnumerable<TableSchema> ListsOf(FactSchema schema, TableSchema table) => table.Name == BaseTables.Region ? [] : schema.Lists(table.Name);

    // What a year group is called is its grade, and what a region is called its code, so neither needs a column more.
    private static MappedColumn IdOf(RecordHeader header, TableSchema table) => table.Name switch
    {
        _ when header.Find(Id) >= 0 => Column(Id),
        BaseTables.YearGroup => Column(StageFacts.Grade),
        BaseTables.Region => Column(BaseTables.Code),
        _ => Column(Id),
    };

    // Regions lie below each other by their codes, so their tables need no parent.
    private static MappedParent? Parent(RecordHeader header, TableSchema table, FactSchema schema, HashSet<string> own)
    {
        if (table.Parent is not { } name || name == table.Name || schema.Table(name) is not { } parent) return null;
        if (name == BaseTables.Region && header.Find(name) < 0) return null;
        MappedParent? above = parent.HasGlobalIds ? null : Parent(header, parent, schema, own);
        return new MappedParent(parent, [Column(name)], above, [], !own.Contains(name));
    }

    private static MappedColumn Column(string name) => new(name, null);

    // A first line without an id may be no header but a person.
    private static Diagnostic Unknown(string name, RecordHeader header, TableSchema table, FactSchema schema)
    {
        bool isHeader = header.Find(Id) >= 0;
        return new(DiagnosticCodes.UnknownColumn, header.Span, isHeader ? DataExcerpt.Of(name) : DataExcerpt.Of(name, table, schema), table.Name)
        {
            DidYouMean = isHeader || !schema.IsPersonal(table.Name) ? NearestName.Of(name, table.Fields.Keys.Where(f => header.Find(f) < 0)) : null,
        };
    }
}
