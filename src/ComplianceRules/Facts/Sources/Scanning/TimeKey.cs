using System.Runtime.CompilerServices;

namespace ComplianceRules.Facts;

/// <summary>A time of day.</summary>
internal sealed class TimeKey : RowKey
{
    private readonly TimeColumnBuilder _column;
    private readonly int _low;
    private readonly uint _span;
    private readonly int _nextDayBelow;

    public TimeKey(FieldSchema field, TimeColumnBuilder column)
        : base(field.Name, field.Scale is { } given && given.High < given.Low ? RowKeyKind.Other : RowKeyKind.Time)
    {
        TimeScale scale = field.Scale ?? TimeScale.WholeDay;
        _column = column;
        _low = scale.Low;
        _span = (uint)(scale.High - scale.Low);
        _nextDayBelow = scale.PassesMidnight ? scale.Low : int.MinValue;
    }

    public override ColumnBuilder Column => _column;

    /// <summary>Reads the time of five characters that stands here.</summary>
    /// <returns>The bytes it takes; 0 where there is more to it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadEasily(ref byte at, out int cell)
    {
        bool isTime = JsonMoments.TryTime(ref at, out int minutes);
        cell = minutes + (TimeScale.Day & -(minutes < _nextDayBelow ? 1 : 0));
        return isTime && (uint)(cell - _low) <= _span ? JsonMoments.LengthOfTime : 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public override int Read(ref byte at, OpenRow row)
    {
        int taken = JsonMoments.ReadTime(ref at, out int minutes);
        if (taken == 0) return JsonText.Null(ref at);
        return _column.Set(row.Row, minutes) ? taken : 0;
    }
}
