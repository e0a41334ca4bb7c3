namespace ComplianceRules.Facts;

/// <summary>Plain records that give rows one behind the other; at most as many as a word has bits.</summary>
/// <param name="Batch">What they are in.</param>
/// <param name="First">The first of them.</param>
/// <param name="Count">How many they are.</param>
/// <param name="Row">The row of the first.</param>
internal readonly record struct CellRun(RecordBatch Batch, int First, int Count, int Row)
{
    /// <summary>The most records of a run.</summary>
    public const int Most = ValidityBits.PerWord;

    /// <summary>The bytes of a cell.</summary>
    /// <param name="at">The record, from the first of the run.</param>
    /// <param name="column">The column, from 0.</param>
    public ReadOnlySpan<byte> Cell(int at, int column) => Batch.Cell(First + at, column);
}
