using System.Runtime.CompilerServices;

namespace ComplianceRules.Facts;

/// <summary>A set, by the keys of its members.</summary>
/// <param name="field">The field.</param>
/// <param name="column">Its column.</param>
/// <param name="lineFeed">The line feed where it is a blank; another blank where it ends the line.</param>
internal sealed class SetKey(FieldSchema field, SetColumnBuilder column, byte lineFeed) : RowKey(field.Name)
{
    private readonly OptionTexts _options = new(field);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public override int Read(ref byte at, OpenRow row)
    {
        if (at != (byte)'[') return JsonText.Null(ref at);
        ulong members = 0;
        int end = 1 + JsonText.Blanks(ref Unsafe.Add(ref at, 1), lineFeed);
        bool isEmpty = Unsafe.Add(ref at, end) == (byte)']';
        while (!isEmpty)
        {
            int taken = _options.Read(ref Unsafe.Add(ref at, end), out int option);
            if (taken == 0 || option >= ValidityBits.PerWord) return 0;
            members |= 1UL << option;
            end += taken;
            end += JsonText.Blanks(ref Unsafe.Add(ref at, end), lineFeed);
            if (Unsafe.Add(ref at, end) == (byte)']') break;
            if (Unsafe.Add(ref at, end) != (byte)',') return 0;
            end++;
            end += JsonText.Blanks(ref Unsafe.Add(ref at, end), lineFeed);
        }

        column.Set(row.Row, members);
        return end + 1;
    }
}
