namespace ComplianceRules.Facts;

/// <summary>The keys that objects of a table may have.</summary>
internal static class RowKeys
{
    private const string NoteKey = "note";

    /// <summary>The keys whose values can be read from bytes, in the order in which one goes before another of its name.</summary>
    /// <param name="table">The table.</param>
    /// <param name="builder">The table's builder.</param>
    /// <param name="lineFeed">The line feed where it is a blank; another blank where it ends the line.</param>
    public static IEnumerable<RowKey> Of(TableBuilder table, SnapshotBuilder builder, byte lineFeed) =>
        Named(table, builder, lineFeed).Where(key => IsWrittenAsItIs(key.Name));

    /// <summary>Whether a name stands in JSON as it is, without escapes.</summary>
    public static bool IsWrittenAsItIs(string name) => !name.Any(c => c is '"' or '\\' or < ' ' || char.IsSurrogate(c));

    private static IEnumerable<RowKey> Named(TableBuilder table, SnapshotBuilder builder, byte lineFeed)
    {
        TableSchema schema = table.Schema;
        yield return new IdKey(JsonRowReader.IdKey, lineFeed);
        foreach (FieldSchema field in schema.Fields.Values) yield return OfField(field, table.ColumnOf(field), lineFeed);
        yield return new PassedKey(NoteKey, lineFeed);
        if (schema.Parent == BaseTables.Region) yield return new RegionKey(BaseTables.Region, lineFeed);
        else if (builder.Above(schema) is { Schema.HasGlobalIds: true } above) yield return new ParentKey(above.Schema.Name, above.Rows, lineFeed);
        foreach (TableSchema list in builder.Schema.Lists(schema.Name))
        {
            if (list.Parent == schema.Name && builder.Schema.List(schema.Name, list.Children) == list) yield return new ListKey(list.Children, builder.Table(list.Name));
        }
    }

    private static RowKey OfField(FieldSchema field, ColumnBuilder column, byte lineFeed) => column switch
    {
        NumberColumnBuilder { Coding.Kind: CellKind.Double } numbers => new NumberKey(field, numbers, lineFeed),
        NumberColumnBuilder numbers => new StepsKey(field, numbers, lineFeed),
        BoolColumnBuilder truths => new BoolKey(field, truths),
        EnumColumnBuilder options => new EnumKey(field, options),
        SetColumnBuilder sets => new SetKey(field, sets, lineFeed),
        DateColumnBuilder days => new DateKey(field, days),
        TimeColumnBuilder times => new TimeKey(field, times),
        _ => new TextKey(field, (TextColumnBuilder)column),
    };
}
