using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ComplianceRules.Facts;

/// <summary>A text.</summary>
/// <param name="field">The field.</param>
/// <param name="column">Its column.</param>
internal sealed class TextKey(FieldSchema field, TextColumnBuilder column) : RowKey(field.Name)
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public override int Read(ref byte at, OpenRow row)
    {
        if (at != JsonText.Quote) return JsonText.Null(ref at);
        ref byte text = ref Unsafe.Add(ref at, 1);
        int length = JsonText.Length(ref text);
        if (length < 0) return 0;
        column.Set(row.Row, MemoryMarshal.CreateReadOnlySpan(ref text, length));
        return length + 2;
    }
}
