using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ComplianceRules.Facts;

/// <summary>Reads all members of an object whose keys stand in any order: first where each value is, and then the values in the order of the keys, which is the same for every row.</summary>
/// <remarks>Where a member ends is told by the commas, so that nothing waits for the value before; whatever they do not tell is left to who goes from member to member.</remarks>
internal sealed class ShuffledMembers
{
    private const int MostMembers = 64;
    private const int MostBlocks = 32;

    private readonly int[] _commas = new int[MostMembers + Vector512<byte>.Count];
    private readonly int[] _starts = new int[RowGroup.MostKeys];
    private readonly int[] _ends = new int[RowGroup.MostKeys];
    private ExpectedKey? _last;

    /// <summary>Reads the members of an object up to its end.</summary>
    /// <param name="row">The row, none of whose members was read; stands then at what was read last.</param>
    /// <param name="window">The opening bracket, with the margin of a window behind it.</param>
    /// <param name="length">How long the window is.</param>
    /// <returns>How far from there the closing bracket is; 0 where nothing was taken.</returns>
    public int Read(OpenRow row, ref byte window, int length)
    {
        int members = FindCommas(ref window);
        if (members == 0 || _commas[members] >= length) return 0;
        ulong seen = FindValues(row.Plan, ref window, members);
        if (seen == 0 || !ReadValues(row, ref window, seen)) return 0;
        row.StandAt(_last!, seen);
        return _commas[members];
    }

    // Gives how many members there are; the places of the opening bracket, of all commas and of the closing bracket are behind one another then.
    private int FindCommas(ref byte window)
    {
        int found = 1;
        _commas[0] = 0;
        ref int commas = ref MemoryMarshal.GetArrayDataReference(_commas);
        for (int block = 0; block < MostBlocks && found <= MostMembers; block++)
        {
            int first = (block * Vector512<byte>.Count) + 1;
            Vector512<byte> bytes = Vector512.LoadUnsafe(ref window, (nuint)first);
            ulong ends = Vector512.Equals(bytes, Vector512.Create((byte)'}')).ExtractMostSignificantBits();
            ulong stops = Vector512.Equals(bytes, Vector512.Create((byte)'[')).ExtractMostSignificantBits() | Vector512.Equals(bytes, Vector512.Create((byte)'{')).ExtractMostSignificantBits();
            ulong before = ends ^ (ends - 1);
            if ((stops & before) != 0) return 0;
            ulong marks = (Vector512.Equals(bytes, Vector512.Create((byte)',')).ExtractMostSignificantBits() & before) | (ends & (0 - ends));
            for (; marks != 0; marks &= marks - 1) Unsafe.Add(ref commas, found++) = first + BitOperations.TrailingZeroCount(marks);
            if (ends != 0) return found <= MostMembers ? found - 1 : 0;
            if (Vector512.EqualsAny(bytes, Vector512<byte>.Zero)) return 0;
        }

        return 0;
    }

    // Gives the keys found, one bit each; 0 where a member is none of them, or stands twice.
    private ulong FindValues(RowPlan plan, ref byte window, int members)
    {
        ulong seen = 0;
        ExpectedKey at = plan.Start;
        for (int member = 0; member < members; member++)
        {
            int start = _commas[member];
            ref byte next = ref Unsafe.Add(ref window, start);
            at = plan.Guess(at, ref next);
            RowKey key = at.Key;
            (int value, int end) = (start + at.Length, _commas[member + 1]);
            if (!at.IsAt(ref next) || (seen & key.Bit) != 0 || key.Bit == 0 || value >= end) return 0;
            seen |= key.Bit;
            (_starts[key.Place], _ends[key.Place]) = (value, end);
        }

        _last = at;
        return seen;
    }

    private bool ReadValues(OpenRow row, ref byte window, ulong seen)
    {
        ref int cells = ref row.Plan.Group.CellsOf(row.Row);
        ref double numbers = ref row.Plan.Group.NumbersOf(row.Row);
        for (ulong rest = seen; rest != 0; rest &= rest - 1)
        {
            int place = BitOperations.TrailingZeroCount(rest);
            RowKey key = row.Plan.Group.KeyAt(place);
            int start = _starts[place];
            ref byte value = ref Unsafe.Add(ref window, start);
            int taken = EasyValue.Read(key, ref value, row, ref window, ref numbers, out int cell);
            if (start + taken != _ends[place])
            {
                cell = 0;
                if (!TryReadOther(key, ref value, row, _ends[place] - start)) return Undo(row, seen & ~rest);
            }

            Unsafe.Add(ref cells, key.Slot) = cell;
        }

        return true;
    }

    // A value of another form goes straight to its column: for the group there is none then.
    private static bool TryReadOther(RowKey key, ref byte value, OpenRow row, int length)
    {
        if (key.Kind == RowKeyKind.Id || key.Read(ref value, row) != length) return false;
        row.NoteNull(key);
        return true;
    }

    private static bool Undo(OpenRow row, ulong read)
    {
        ref int cells = ref row.Plan.Group.CellsOf(row.Row);
        for (ulong rest = read; rest != 0; rest &= rest - 1) Unsafe.Add(ref cells, BitOperations.TrailingZeroCount(rest) * ValidityBits.PerWord) = 0;
        row.Forget();
        return false;
    }
}
