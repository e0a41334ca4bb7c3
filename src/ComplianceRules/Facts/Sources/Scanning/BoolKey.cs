using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ComplianceRules.Facts;

/// <summary>A truth value.</summary>
/// <param name="field">The field.</param>
/// <param name="column">Its column.</param>
internal sealed class BoolKey(FieldSchema field, BoolColumnBuilder column) : RowKey(field.Name)
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public override int Read(ref byte at, OpenRow row)
    {
        bool isTrue = IsWord(ref at, "true"u8);
        if (!isTrue && !(at == (byte)'f' && IsWord(ref Unsafe.Add(ref at, 1), "alse"u8))) return JsonText.Null(ref at);
        column.Set(row.Row, isTrue);
        return isTrue ? 4 : 5;
    }

    private static bool IsWord(ref byte at, ReadOnlySpan<byte> word) => Unsafe.ReadUnaligned<uint>(ref at) == Unsafe.ReadUnaligned<uint>(ref MemoryMarshal.GetReference(word));
}
