using ComplianceRules.Facts;

namespace ComplianceRules.Analysis;

/// <summary>The fields of one table, counted over all packs; a field that several packs declare counts once.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Table">The table.</param>
public sealed record TableCounts(TableSchema Table)
{
    /// <summary>The fields of data, those that every table of its name has among them.</summary>
    public int Fields => Table.Fields.Count;

    /// <summary>The fields that are worked out of others.</summary>
    public int DerivedFields => Table.DerivedFields.Count;
}
