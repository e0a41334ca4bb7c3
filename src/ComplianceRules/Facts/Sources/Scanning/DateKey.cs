using System.Runtime.CompilerServices;

namespace ComplianceRules.Facts;

/// <summary>A day.</summary>
/// <param name="field">The field.</param>
/// <param name="column">Its column.</param>
internal sealed class DateKey(FieldSchema field, DateColumnBuilder column) : RowKey(field.Name)
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public override int Read(ref byte at, OpenRow row)
    {
        if (!JsonMoments.TryDay(ref at, out int day)) return JsonText.Null(ref at);
        column.Set(row.Row, day);
        return JsonMoments.LengthOfDay;
    }
}
