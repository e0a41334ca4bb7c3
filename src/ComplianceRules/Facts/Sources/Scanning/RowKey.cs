using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace ComplianceRules.Facts;

/// <summary>A key that objects of a table may have, and how its value is read from bytes.</summary>
/// <remarks>Reads only what is as it should be; everything else is left, byte by byte, to who reads token by token.</remarks>
internal abstract class RowKey
{
    private int _lastRow = -1;

    private protected RowKey(string name, RowKeyKind kind = RowKeyKind.Other)
    {
        (Name, Kind) = (name, kind);
        Utf8 = Encoding.UTF8.GetBytes(name);
        Span<byte> start = stackalloc byte[Vector256<byte>.Count];
        start.Clear();
        Utf8.AsSpan(0, Math.Min(Utf8.Length, start.Length)).CopyTo(start);
        Start = Vector256.Create<byte>(start);
    }

    /// <summary>The key.</summary>
    public string Name { get; }

    /// <summary>The key as UTF-8.</summary>
    public byte[] Utf8 { get; }

    /// <summary>The key's first bytes, with zeros behind a short one.</summary>
    public Vector256<byte> Start { get; }

    /// <summary>How a value that is as it should be can be read without asking this key.</summary>
    public RowKeyKind Kind { get; private set; }

    /// <summary>The column that values go to; null where there is none.</summary>
    public virtual ColumnBuilder? Column => null;

    /// <summary>The key's bit among those that are read without asking them; 0 for others.</summary>
    public ulong Bit { get; private set; }

    /// <summary>The key's place among those that are read without asking them.</summary>
    public int Place { get; private set; }

    /// <summary>How far behind those of the first key the values of a group of rows are.</summary>
    public int Slot { get; private set; }

    /// <summary>What the value is for the row.</summary>
    public virtual RowKeyRole Role => RowKeyRole.Value;

    /// <summary>Reads the value that begins here and sets it.</summary>
    /// <returns>The bytes it takes, negative where its place is to be noted; 0 where it is not for this reader.</returns>
    public abstract int Read(ref byte at, OpenRow row);

    /// <summary>Gives the key its place among those that are read without asking them.</summary>
    /// <param name="place">The place; -1 where there is none left.</param>
    public void PutAt(int place)
    {
        if (place < 0) Kind = RowKeyKind.Other;
        else (Place, Bit, Slot) = (place, 1UL << place, place * ValidityBits.PerWord);
    }

    /// <summary>Whether a row has given the key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsOf(int row) => _lastRow == row;

    /// <summary>Notes that a row gives the key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Note(int row) => _lastRow = row;
}
