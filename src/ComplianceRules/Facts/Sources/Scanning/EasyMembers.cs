using System.Runtime.CompilerServices;

namespace ComplianceRules.Facts;

/// <summary>Reads members whose values are as they should be, without a call for any of them.</summary>
internal static class EasyMembers
{
    /// <summary>Reads members up to one for which there is more to do.</summary>
    /// <param name="row">The row; stands then at what was read last.</param>
    /// <param name="window">Where places are counted from.</param>
    /// <param name="from">Behind what was read last.</param>
    /// <returns>Behind what was read last now.</returns>
    public static ref byte Read(OpenRow row, ref byte window, ref byte from)
    {
        ExpectedKey at = row.At;
        ulong seen = row.Seen;
        ref int cells = ref row.Plan.Group.CellsOf(row.Row);
        ref double numbers = ref row.Plan.Group.NumbersOf(row.Row);
        ref byte next = ref from;
        while (true)
        {
            ExpectedKey expected = at.Next;
            if (!expected.IsAt(ref next))
            {
                expected = row.Plan.Guess(at, ref next);
                if (!expected.IsAt(ref next)) break;
                row.Plan.NoteDisorder();
            }

            RowKey key = expected.Key;
            if ((seen & key.Bit) != 0) break;
            ref byte value = ref Unsafe.Add(ref next, expected.Length);
            int taken = EasyValue.Read(key, ref value, row, ref window, ref numbers, out int cell);
            if (taken == 0)
            {
                if (key.Kind <= RowKeyKind.Id || JsonText.Null(ref value) == 0) break;
                row.NoteNull(key);
                (taken, cell) = (JsonText.LengthOfNull, 0);
            }

            seen |= key.Bit;
            Unsafe.Add(ref cells, key.Slot) = cell;
            at = expected;
            next = ref Unsafe.Add(ref value, (nuint)(uint)taken);
        }

        row.StandAt(at, seen);
        return ref next;
    }
}
