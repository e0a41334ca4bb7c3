namespace ComplianceRules.Facts;

/// <summary>Tells whether two schemas say the same, so that what was read by one can be judged by the other.</summary>
internal static class SchemaComparison
{
    /// <summary>Whether two schemas have the same tables, fields, units and former codes, word for word.</summary>
    public static bool SayTheSame(FactSchema one, FactSchema other) =>
        one.HasOwnListsOnly == other.HasOwnListsOnly
        && one.FormerCodes.All.SequenceEqual(other.FormerCodes.All)
        && one.Units.SequenceEqual(other.Units)
        && one.Tables.Values.SequenceEqual(other.Tables.Values, Tables);

    private static IEqualityComparer<TableSchema> Tables { get; } = EqualityComparer<TableSchema>.Create(SameTable);

    private static IEqualityComparer<FieldSchema> Fields { get; } = EqualityComparer<FieldSchema>.Create(SameField);

    // Records compare lists by reference: with those put aside they compare everything else, what is added later too.
    private static bool SameTable(TableSchema? one, TableSchema? other) =>
        one is not null && other is not null
        && one with { Fields = other.Fields, DerivedFields = other.DerivedFields } == other
        && one.Fields.Values.SequenceEqual(other.Fields.Values, Fields)
        && one.DerivedFields.Values.SequenceEqual(other.DerivedFields.Values, Fields);

    private static bool SameField(FieldSchema? one, FieldSchema? other) =>
        one is not null && other is not null
        && one with { Options = other.Options, Derivation = other.Derivation } == other
        && one.Options.SequenceEqual(other.Options)
        && one.Derivation?.Text == other.Derivation?.Text;
}
