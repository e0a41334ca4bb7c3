namespace ComplianceRules.Facts;

/// <summary>The cells of one column in one piece of rows.</summary>
/// <param name="bitsOfCell">How many bits a cell takes.</param>
internal sealed class ColumnChunk(int bitsOfCell)
{
    /// <summary>The cells, one after the other; zero where no value is known.</summary>
    public byte[] Cells { get; } = new byte[RowChunks.Rows / 8 * bitsOfCell];

    /// <summary>One bit a row: set where the value is known.</summary>
    public ulong[] Known { get; } = new ulong[RowChunks.Rows / ValidityBits.PerWord];
}
