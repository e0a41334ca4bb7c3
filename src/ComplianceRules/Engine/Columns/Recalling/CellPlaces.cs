using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Finds for each row the place of the combination of its facts.</summary>
/// <param name="scope">The rows at hand.</param>
/// <param name="recalled">The columns and their cells.</param>
internal readonly ref struct CellPlaces(ColumnScope scope, RecalledAnswers recalled)
{
    private const int Most = 1024;

    /// <summary>Finds the places of some rows; those of rows that are not at hand mean nothing.</summary>
    /// <param name="words">The words of the rows.</param>
    /// <param name="places">Takes the places, of at most 1,024 rows.</param>
    public void Find(Range words, Span<int> places)
    {
        places.Clear();
        Span<int> own = stackalloc int[Most];
        for (int column = 0; column < recalled.Spans.Length; column++)
        {
            if (recalled.Columns[column] is not { } cells) continue;
            CellSpan span = recalled.Spans[column];
            Fill(cells.Cells, scope.First + (words.Start.Value * ValidityBits.PerWord), (int)span.Least, own[..((words.End.Value - words.Start.Value) * ValidityBits.PerWord)]);
            if (!cells.IsTotal) Forget(scope.Known(cells)[words], own);
            int factor = (int)span.Places;
            for (int row = 0; row < places.Length; row++) places[row] = (places[row] * factor) + own[row];
        }
    }

    private static void Fill(CellStore cells, int first, int least, Span<int> places)
    {
        switch (cells.Kind)
        {
            case CellKind.Bit:
                ReadOnlySpan<ulong> bits = cells.Cells<ulong>()[(first >> 6)..];
                for (int row = 0; row < places.Length; row++) places[row] = (int)(bits[row >> 6] >> row & 1) + 1;
                break;
            case CellKind.Byte:
                ReadOnlySpan<byte> bytes = cells.Cells<byte>().Slice(first, places.Length);
                for (int row = 0; row < places.Length; row++) places[row] = bytes[row] + 1;
                break;
            case CellKind.UInt16:
                ReadOnlySpan<ushort> words = cells.Cells<ushort>().Slice(first, places.Length);
                for (int row = 0; row < places.Length; row++) places[row] = words[row] + 1;
                break;
            case CellKind.Int32:
                ReadOnlySpan<int> wholes = cells.Cells<int>().Slice(first, places.Length);
                for (int row = 0; row < places.Length; row++) places[row] = wholes[row] - least + 1;
                break;
            default:
                ReadOnlySpan<ulong> sets = cells.Cells<ulong>().Slice(first, places.Length);
                for (int row = 0; row < places.Length; row++) places[row] = (int)sets[row] + 1;
                break;
        }
    }

    private static void Forget(ReadOnlySpan<ulong> known, Span<int> places)
    {
        for (int word = 0; word < known.Length; word++)
        {
            if (known[word] == ulong.MaxValue) continue;
            for (int bit = 0; bit < ValidityBits.PerWord; bit++) places[(word * ValidityBits.PerWord) + bit] &= -(int)(known[word] >> bit & 1);
        }
    }
}
