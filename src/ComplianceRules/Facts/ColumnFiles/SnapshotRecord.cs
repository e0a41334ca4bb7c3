using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>The description of a column file: everything but the long runs of cells, ids, parents and list ends.</summary>
internal sealed record SnapshotRecord
{
    private const string Part = "description";

    public required ImmutableArray<DescribedTable> Schema { get; init; }

    public required DateOnly? Date { get; init; }

    public required string? Title { get; init; }

    public required ImmutableArray<RegionCode> Covers { get; init; }

    public required SchoolCalendar? Calendar { get; init; }

    /// <summary>The packs that the data names for schools, by the schools' rows.</summary>
    public required ImmutableArray<KeyValuePair<int, ImmutableArray<string>>> SchoolPacks { get; init; }

    public required DataReport Report { get; init; }

    /// <summary>The rows of each table of <see cref="Schema"/>, in its order.</summary>
    public required ImmutableArray<TableEntry> Tables { get; init; }

    /// <summary>The schema alone, as bytes; what the fingerprint is of.</summary>
    public static byte[] SchemaBytes(ImmutableArray<DescribedTable> schema)
    {
        ByteWriter writer = new();
        writer.List(schema, table => table.Write(writer));
        return writer.Written.ToArray();
    }

    public static SnapshotRecord Read(ReadOnlyMemory<byte> bytes, out ReadOnlyMemory<byte> schema)
    {
        ByteReader reader = new(bytes);
        ImmutableArray<DescribedTable> tables = reader.List(() => DescribedTable.Read(reader));
        schema = bytes[..reader.Position];
        SnapshotRecord read = new()
        {
            Schema = tables,
            Date = reader.Flag() ? reader.Day() : null,
            Title = reader.OptionalText(),
            Covers = reader.List(() => RegionCode.TryParse(reader.Text(), out RegionCode code) ? code : throw ColumnFileFault.Unsound(Part)),
            Calendar = reader.Flag() ? CalendarRecord.Read(reader) : null,
            SchoolPacks = reader.List(() => KeyValuePair.Create(reader.Int(0, ColumnFileFormat.MostRows), reader.List(reader.Text))),
            Report = ReportRecord.Read(reader),
            Tables = [.. tables.Select(_ => TableEntry.Read(reader))],
        };
        reader.End();
        return read;
    }

    public void Write(ByteWriter writer)
    {
        writer.List(Schema, table => table.Write(writer));
        writer.Flag(Date is not null);
        if (Date is { } day) writer.Day(day);
        writer.Optional(Title);
        writer.List(Covers, code => writer.Text(code.Text));
        writer.Flag(Calendar is not null);
        if (Calendar is not null) CalendarRecord.Write(writer, Calendar);
        writer.List(SchoolPacks, packs =>
        {
            writer.Int(packs.Key);
            writer.List(packs.Value, writer.Text);
        });
        ReportRecord.Write(writer, Report);
        foreach (TableEntry table in Tables) table.Write(writer);
    }
}
