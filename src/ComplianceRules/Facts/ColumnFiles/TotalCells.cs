namespace ComplianceRules.Facts;

/// <summary>Looks at the cells of a column whose every value is known, piece by piece; those of rows that fill no whole group are left to <see cref="CellCheck"/>.</summary>
/// <param name="kind">How wide the cells are.</param>
/// <param name="count">How many rows there are.</param>
/// <param name="isSound">Whether all cells of a piece are possible.</param>
internal sealed class TotalCells(CellKind kind, int count, Func<ReadOnlySpan<byte>, bool> isSound)
{
    private int _left = CellStore.Length(kind, count / CellStore.RowsOfGroup * CellStore.RowsOfGroup);

    /// <summary>Whether all cells of the next piece are possible.</summary>
    /// <param name="piece">The bytes behind those of the piece before; a whole number of vectors, save the last.</param>
    public bool AreSound(ReadOnlySpan<byte> piece)
    {
        int length = Math.Min(_left, piece.Length);
        _left -= length;
        return isSound(piece[..length]);
    }
}
