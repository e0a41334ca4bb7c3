using ComplianceRules.Facts;

namespace ComplianceRules.Proofs;

/// <summary>What rules are read against.</summary>
/// <param name="Schema">The tables and fields of all packs.</param>
/// <param name="Span">The days.</param>
internal sealed record ProofWorld(FactSchema Schema, ProofSpan Span)
{
    /// <summary>The field of a place as all packs together declare it.</summary>
    /// <param name="place">A fact.</param>
    public FieldSchema FieldOf(FactPlace place) => Schema.Table(place.Row.Table)?.Field(place.Field!.Name) ?? place.Field!;
}
