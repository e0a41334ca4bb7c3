using System.Runtime.CompilerServices;

namespace ComplianceRules.Facts;

/// <summary>An enum, by the key of one of its options.</summary>
internal sealed class EnumKey : RowKey
{
    private readonly EnumColumnBuilder _column;
    private readonly OptionTexts _options;
    private readonly EasyOptions _easy;

    public EnumKey(FieldSchema field, EnumColumnBuilder column)
        : base(field.Name, RowKeyKind.Enum) => (_column, _options, _easy) = (column, new OptionTexts(field), new EasyOptions(field));

    public override ColumnBuilder Column => _column;

    /// <summary>Reads the key that stands here.</summary>
    /// <returns>The bytes it takes; 0 where there is more to it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadEasily(ref byte at, out int cell)
    {
        EasyOption option = _easy.At(ref at);
        cell = option.Option;
        return option.IsAt(ref at) ? option.Length : 0;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public override int Read(ref byte at, OpenRow row)
    {
        int taken = _options.Read(ref at, out int option);
        if (taken == 0) return JsonText.Null(ref at);
        _column.SetCode(row.Row, option);
        return taken;
    }
}
