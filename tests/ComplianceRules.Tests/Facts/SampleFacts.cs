using System.Collections.Immutable;
using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

/// <summary>The base tables with a field of every type, and pupils below classes.</summary>
internal static class SampleFacts
{
    public static FactSchema Schema { get; } = Make();

    public static FieldSchema Field(string table, string field) => Schema.Table(table)!.Field(field)!;

    public static Checked<Snapshot> Read(string json, SnapshotOptions? options = null) => Read(Encoding.UTF8.GetBytes(json), options);

    public static Checked<Snapshot> Read(byte[] json, SnapshotOptions? options = null, int bufferSize = 4096) =>
        new JsonSnapshotSource(() => new MemoryStream(json), "s.json") { BufferSize = bufferSize }.Read(Schema, options ?? new SnapshotOptions(), CancellationToken.None);

    public static Checked<Snapshot> ReadLines(string ndjson, SnapshotOptions? options = null) => ReadLines(Encoding.UTF8.GetBytes(ndjson), options);

    public static Checked<Snapshot> ReadLines(byte[] ndjson, SnapshotOptions? options = null, int bufferSize = 4096) =>
        new NdjsonSnapshotSource(() => new MemoryStream(ndjson), "s.json") { BufferSize = bufferSize }.Read(Schema, options ?? new SnapshotOptions(), CancellationToken.None);

    public static string Snapshot(string members) => $$"""{"schemaVersion":1,{{members}}}""";

    public static ImmutableArray<string> Ids(this FactTable table) => [.. Enumerable.Range(0, table.Count).Select(table.Id)];

    public static ImmutableArray<string> Keys(this FactTable table) => [.. Enumerable.Range(0, table.Count).Select(table.Key)];

    public static int Row(this FactTable table, string key) => table.Keys().IndexOf(key);

    /// <summary>The keys of the rows in a list.</summary>
    public static ImmutableArray<string> ListOf(this Snapshot snapshot, string table, string key, string list)
    {
        ChildList rows = snapshot.Table(table).List(list)!;
        (int start, int end) = rows.Rows(snapshot.Table(table).Row(key));
        return snapshot.Table(rows.Table).Keys()[start..end];
    }

    public static bool IsReported(this Snapshot snapshot, string table, string key, string list) =>
        snapshot.Table(table).List(list) is { } rows && rows.IsReported(snapshot.Table(table).Row(key));

    public static string Codes(this IEnumerable<Diagnostic> diagnostics) => string.Join(' ', diagnostics.Select(d => d.Code));

    private static FactSchema Make()
    {
        FactSchema schema = BaseTables.Schema;
        TableSchema school = schema.Table("school")!;
        TableSchema classes = schema.Table("class")!;
        FieldSchema[] fields =
        [
            new("enrolment", FieldType.Number) { Unit = Unit.One, Range = new NumberRange(0, 200), Step = 1 },
            new("share", FieldType.Number) { Unit = Unit.Percent, Range = new NumberRange(0, 100), Step = 0.1 },
            new("height", FieldType.Number) { Unit = Unit.One },
            new("ends", FieldType.Time) { Scale = new TimeScale(17 * 60, 30 * 60) },
            new("starts", FieldType.Time),
            new("founded", FieldType.Date),
            new("clubs", FieldType.Set) { Options = [Option("go"), Option("choir"), Option("football")] },
        ];
        TableSchema pupil = new("pupil", "class", "pupils", ImmutableSortedDictionary<string, FieldSchema>.Empty.WithComparers(StringComparer.Ordinal)) { Personal = true };
        return schema with
        {
            Tables = schema.Tables.Add("pupil", pupil)
                .SetItem("class", classes with { Fields = classes.Fields.AddRange(fields.Select(f => KeyValuePair.Create(f.Name, f))) })
                .SetItem("school", school with { Fields = school.Fields.Add("boarding", new FieldSchema("boarding", FieldType.Bool)) }),
        };
    }

    private static FieldOption Option(string key) => new(key, LocalText.Same(key));
}
