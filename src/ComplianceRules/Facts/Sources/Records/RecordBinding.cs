using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>What the columns of one table are bound with.</summary>
/// <param name="Builder">Takes the rows and the problems.</param>
/// <param name="Records">The records.</param>
/// <param name="Columns">Finds columns by name.</param>
/// <param name="Mapping">The mapping; null where the columns have the names of the format itself.</param>
/// <param name="Repeated">What the repeated columns of rows above said first, by how the mapping finds those rows.</param>
internal sealed record RecordBinding(SnapshotBuilder Builder, RecordView Records, ColumnBinder Columns, SnapshotMapping? Mapping, Dictionary<MappedParent, RepeatedCells> Repeated)
{
    /// <summary>What the repeated columns of a row above said first, in this file or another.</summary>
    public RepeatedCells RepeatedOf(MappedParent parent) => Repeated.TryGetValue(parent, out RepeatedCells? cells) ? cells : Repeated[parent] = new RepeatedCells();

    /// <summary>Which columns say that lists of a table's rows are whole, by the mapping.</summary>
    public ImmutableArray<MappedList> ListsOf(TableSchema table) => Mapping is null
        ? []
        : [.. Mapping.Tables.Where(t => t.CompleteColumn is not null && t.Table.Parent == table.Name).Select(t => new MappedList(t.Table.Children, t.CompleteColumn!, Mapping.Words))];
}
