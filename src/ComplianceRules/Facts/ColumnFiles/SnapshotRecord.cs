using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>The description of a column file: everything but the long runs of cells, ids, parents and list ends.</summary>
internal sealed record SnapshotRecord
{
    private const string Part = "description";

    public required SchemaDescription Description { get; init; }

    /// <summary>The tables of the schema that the facts were read by.</summary>
    public ImmutableArray<DescribedTable> Schema => Description.Tables;

    public required DateOnly? Date { get; init; }

    public required string? Title { get; init; }

    public required ImmutableArray<RegionCode> Covers { get; init; }

    public required SchoolCalendar? Calendar { get; init; }

    /// <summary>The packs that the data names for schools, by the schools' rows.</summary>
    public required ImmutableArray<KeyValuePair<int, ImmutableArray<string>>> SchoolPacks { get; init; }

    public required DataReport Report { get; init; }

    /// <summary>The rows of each table of <see cref="Schema"/>, in its order.</summary>
    public required ImmutableArray<TableEntry> Tables { get; init; }

    /// <summary>Reads a description.</summary>
    /// <param name="bytes">The bytes of the description.</param>
    /// <param name="schema">The schema of the packs.</param>
    public static SnapshotRecord Read(ReadOnlyMemory<byte> bytes, FactSchema schema)
    {
        ByteReader reader = new(bytes);
        SchemaDescription description = SchemaDescription.Read(reader, schema);
        SnapshotRecord read = new()
        {
            Description = description,
            Date = reader.Flag() ? reader.Day() : null,
            Title = reader.OptionalText(),
            Covers = reader.List(() => RegionCode.TryParse(reader.Text(), out RegionCode code) ? code : throw ColumnFileFault.Unsound(Part)),
            Calendar = reader.Flag() ? CalendarRecord.Read(reader) : null,
            SchoolPacks = reader.List(() => KeyValuePair.Create(reader.Int(0, ColumnFileFormat.MostRows), reader.List(reader.Text))),
            Report = ReportRecord.Read(reader),
            Tables = [.. description.Tables.Select(_ => TableEntry.Read(reader))],
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
