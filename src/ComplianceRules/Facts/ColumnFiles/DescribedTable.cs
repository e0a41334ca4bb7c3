using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>A table as a column file describes it.</summary>
/// <param name="Name">The table's name.</param>
/// <param name="Parent">The table of the row above; null for none.</param>
/// <param name="Children">The name of the list of its rows.</param>
/// <param name="Fields">Its fields, in ordinal order.</param>
internal sealed record DescribedTable(string Name, string? Parent, string Children, ImmutableArray<DescribedField> Fields)
{
    /// <summary>Describes the tables of a schema, each after the one above it.</summary>
    public static ImmutableArray<DescribedTable> Of(FactSchema schema) =>
        [.. ColumnFileFormat.Downward(schema).Select(t => new DescribedTable(t.Name, t.Parent, t.Children, [.. t.Fields.Values.Select(DescribedField.Of)]))];

    /// <summary>Reads a description.</summary>
    public static DescribedTable Read(ByteReader reader) =>
        new(reader.Text(), reader.OptionalText(), reader.Text(), reader.List(() => DescribedField.Read(reader)));

    /// <summary>Writes the description.</summary>
    public void Write(ByteWriter writer)
    {
        writer.Text(Name);
        writer.Optional(Parent);
        writer.Text(Children);
        writer.List(Fields, field => field.Write(writer));
    }

    /// <summary>The field of a name; null where there is none.</summary>
    public DescribedField? Field(string name) => Fields.FirstOrDefault(f => f.Name == name);
}
