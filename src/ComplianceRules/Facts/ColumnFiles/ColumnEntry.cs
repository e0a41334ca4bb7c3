namespace ComplianceRules.Facts;

/// <summary>What the description of a column file says of one column.</summary>
internal sealed record ColumnEntry
{
    /// <summary>The number of texts of a column that is none of texts.</summary>
    public const int NoDictionary = -1;

    public required string Field { get; init; }

    public required CellCoding Coding { get; init; }

    /// <summary>Whether every value is known, so that there is no section of known bits.</summary>
    public required bool IsTotal { get; init; }

    /// <summary>How many rows have a value that cannot be used.</summary>
    public required int Reasons { get; init; }

    /// <summary>How many texts the dictionary has; <see cref="NoDictionary"/> for columns that have none.</summary>
    public required int Texts { get; init; }

    /// <summary>How many bytes the texts of the dictionary take.</summary>
    public required int TextLength { get; init; }

    public static ColumnEntry Read(ByteReader reader) => new()
    {
        Field = reader.Text(),
        Coding = new CellCoding((CellKind)reader.Int((int)CellKind.Bit, (int)CellKind.UInt64), reader.Long(), reader.Long()),
        IsTotal = reader.Flag(),
        Reasons = reader.Int(0, ColumnFileFormat.MostRows),
        Texts = reader.Int(NoDictionary, ColumnFileFormat.MostRows),
        TextLength = reader.Int(0, int.MaxValue),
    };

    public void Write(ByteWriter writer)
    {
        writer.Text(Field);
        writer.Int((int)Coding.Kind);
        writer.Long(Coding.Numerator);
        writer.Long(Coding.Denominator);
        writer.Flag(IsTotal);
        writer.Int(Reasons);
        writer.Int(Texts);
        writer.Int(TextLength);
    }
}
