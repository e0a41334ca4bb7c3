using System.Runtime.CompilerServices;

namespace ComplianceRules.Facts;

/// <summary>An enum, by the key of one of its options.</summary>
/// <param name="field">The field.</param>
/// <param name="column">Its column.</param>
internal sealed class EnumKey(FieldSchema field, EnumColumnBuilder column) : RowKey(field.Name)
{
    private readonly OptionTexts _options = new(field);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public override int Read(ref byte at, OpenRow row)
    {
        int taken = _options.Read(ref at, out int option);
        if (taken == 0) return JsonText.Null(ref at);
        column.SetCode(row.Row, option);
        return taken;
    }
}
