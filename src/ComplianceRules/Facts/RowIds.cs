using System.Text;

namespace ComplianceRules.Facts;

/// <summary>The ids of the rows of a table, as UTF-8 one behind the other.</summary>
/// <remarks>Immutable; may be shared between threads. A text is made each time it is asked for.</remarks>
internal sealed class RowIds
{
    private readonly ReadOnlyMemory<byte> _utf8;
    private readonly ReadOnlyMemory<int> _starts;

    /// <summary>Takes over bytes that nobody changes any more.</summary>
    /// <param name="utf8">The ids without anything in between.</param>
    /// <param name="starts">Where each id begins, and where the last one ends: one more than there are rows.</param>
    public RowIds(ReadOnlyMemory<byte> utf8, ReadOnlyMemory<int> starts)
    {
        _utf8 = utf8;
        _starts = starts;
    }

    /// <summary>How many rows there are.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>The ids without anything in between.</summary>
    public ReadOnlySpan<byte> Utf8 => _utf8.Span;

    /// <summary>Where each id begins, and where the last one ends.</summary>
    public ReadOnlySpan<int> Starts => _starts.Span;

    /// <summary>The id of a row.</summary>
    /// <param name="row">The row, from 0.</param>
    public string this[int row] => Encoding.UTF8.GetString(Bytes(row));

    /// <summary>The id of a row as it lies in memory.</summary>
    /// <param name="row">The row, from 0.</param>
    public ReadOnlySpan<byte> Bytes(int row) => _utf8.Span[_starts.Span[row].._starts.Span[row + 1]];

    /// <summary>The ids of texts.</summary>
    /// <param name="ids">One for each row.</param>
    public static RowIds Of(IReadOnlyList<string> ids)
    {
        int[] starts = new int[ids.Count + 1];
        for (int row = 0; row < ids.Count; row++) starts[row + 1] = checked(starts[row] + Encoding.UTF8.GetByteCount(ids[row]));
        byte[] utf8 = new byte[starts[^1]];
        for (int row = 0; row < ids.Count; row++) Encoding.UTF8.GetBytes(ids[row], utf8.AsSpan(starts[row]));
        return new RowIds(utf8, starts);
    }
}
