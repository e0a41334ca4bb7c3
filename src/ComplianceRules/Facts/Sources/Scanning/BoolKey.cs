using System.Runtime.CompilerServices;

namespace ComplianceRules.Facts;

/// <summary>A truth value.</summary>
internal sealed class BoolKey : RowKey
{
    // The words as they lie in memory: calls for them are not made part of a long loop.
    private const uint True = 0x65757274;
    private const uint Alse = 0x65736C61;

    private readonly BoolColumnBuilder _column;

    public BoolKey(FieldSchema field, BoolColumnBuilder column)
        : base(field.Name, RowKeyKind.Bool) => _column = column;

    public override ColumnBuilder Column => _column;

    /// <summary>Reads the word that stands here.</summary>
    /// <returns>The bytes it takes; 0 where there is more to it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ReadEasily(ref byte at, out int cell)
    {
        int isFalse = at == (byte)'f' ? 1 : 0;
        uint word = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref at, isFalse));
        cell = 1 - isFalse;
        return word == (isFalse == 0 ? True : Alse) ? 4 + isFalse : 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public override int Read(ref byte at, OpenRow row)
    {
        bool isTrue = Unsafe.ReadUnaligned<uint>(ref at) == True;
        if (!isTrue && !(at == (byte)'f' && Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref at, 1)) == Alse)) return JsonText.Null(ref at);
        _column.Set(row.Row, isTrue);
        return isTrue ? 4 : 5;
    }
}
