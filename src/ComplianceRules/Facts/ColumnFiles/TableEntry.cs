using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>What the description of a column file says of the rows of one table: how many sections follow, and how long they are.</summary>
internal sealed record TableEntry
{
    public required int Count { get; init; }

    /// <summary>How many bytes all ids take.</summary>
    public required int IdLength { get; init; }

    /// <summary>The columns, in the ordinal order of their fields.</summary>
    public required ImmutableArray<ColumnEntry> Columns { get; init; }

    /// <summary>The child lists, in the ordinal order of their names.</summary>
    public required ImmutableArray<ListEntry> Lists { get; init; }

    public static TableEntry Read(ByteReader reader) => new()
    {
        Count = reader.Int(0, ColumnFileFormat.MostRows),
        IdLength = reader.Int(0, int.MaxValue),
        Columns = reader.List(() => ColumnEntry.Read(reader)),
        Lists = reader.List(() => new ListEntry(reader.Text(), reader.Text(), reader.Flag())),
    };

    public void Write(ByteWriter writer)
    {
        writer.Int(Count);
        writer.Int(IdLength);
        writer.List(Columns, column => column.Write(writer));
        writer.List(Lists, list =>
        {
            writer.Text(list.Name);
            writer.Text(list.Table);
            writer.Flag(list.HasReasons);
        });
    }
}
