using System.Runtime.CompilerServices;

namespace ComplianceRules.Facts;

/// <summary>A time of day.</summary>
/// <param name="field">The field.</param>
/// <param name="column">Its column.</param>
internal sealed class TimeKey(FieldSchema field, TimeColumnBuilder column) : RowKey(field.Name)
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public override int Read(ref byte at, OpenRow row)
    {
        int taken = JsonMoments.ReadTime(ref at, out int minutes);
        if (taken == 0) return JsonText.Null(ref at);
        return column.Set(row.Row, minutes) ? taken : 0;
    }
}
