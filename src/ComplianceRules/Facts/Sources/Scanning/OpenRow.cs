using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>A row whose object is being read from bytes; used again for the next one at its depth.</summary>
internal sealed class OpenRow
{
    private const int LongestId = 128;

    private readonly byte[] _id = new byte[LongestId];
    private int[] _marks = [];
    private int _idLength;
    private int _idOffset;
    private ulong _nulls;

    /// <summary>What its table's objects look like.</summary>
    public RowPlan Plan { get; private set; } = null!;

    /// <summary>The row, reserved.</summary>
    public int Row { get; private set; }

    /// <summary>The row above, as far as the nesting says; -1 where it does not.</summary>
    public int Parent { get; private set; }

    /// <summary>The row above that the object names; -1 where it names none.</summary>
    public int NamedParent { get; private set; }

    /// <summary>The region that the object names; null where it names none.</summary>
    public RegionCode? Region { get; private set; }

    /// <summary>Where the object begins.</summary>
    public (int Line, int Column) Place { get; private set; }

    /// <summary>Where the id begins.</summary>
    public (int Line, int Column) IdPlace { get; private set; }

    /// <summary>The id; empty where none was read.</summary>
    public ReadOnlySpan<byte> Id => _id.AsSpan(0, _idLength);

    /// <summary>How many bytes the id has; 0 where none was read.</summary>
    public int IdLength => _idLength;

    /// <summary>The id as a number, its first byte highest; for ids of at most eight bytes.</summary>
    public ulong IdHead => BinaryPrimitives.ReadUInt64BigEndian(_id) >> ((sizeof(ulong) - _idLength) * 8);

    /// <summary>What was read last.</summary>
    public ExpectedKey At { get; private set; } = null!;

    /// <summary>The keys that the row has given, one bit each as far as they have bits.</summary>
    public ulong Seen { get; private set; }

    /// <summary>The row for who reads token by token; null where nobody does.</summary>
    public JsonRowFrame? Frame { get; private set; }

    /// <summary>What stands next, where it is no plain value.</summary>
    public ExpectedKey? Ahead { get; private set; }

    /// <summary>Whether who reads token by token came to the end of the object.</summary>
    public bool IsEnded { get; private set; }

    /// <summary>Whether no member was read yet.</summary>
    public bool IsFresh => At == Plan.Start;

    public void Begin(RowPlan plan, int parent, (int Line, int Column) place)
    {
        (Plan, Parent, Place, At, Frame, IsEnded) = (plan, parent, place, plan.Start, null, false);
        (NamedParent, Region, IdPlace, _idLength, _idOffset, Seen, _nulls) = (-1, null, place, 0, -1, 0, 0);
        _marks = plan.Mark(_marks);
        Row = plan.Table.Rows.Reserve();
        plan.Group.Enter(Row);
        plan.Table.Rows.Locate(Row, place.Line, place.Column);
    }

    public void StandAt(ExpectedKey at) => At = at;

    /// <summary>Notes what was read last, and lets the row's values be known.</summary>
    /// <param name="at">What was read last.</param>
    /// <param name="seen">The keys that the row has given.</param>
    public void StandAt(ExpectedKey at, ulong seen)
    {
        Plan.Group.Note(Row, seen & ~Seen & ~_nulls);
        (At, Seen) = (at, seen);
    }

    /// <summary>Forgets what was read of the members.</summary>
    public void Forget() => (_idLength, _idOffset, _nulls) = (0, -1, 0);

    /// <summary>Notes that a key is given without a value.</summary>
    public void NoteNull(RowKey key) => _nulls |= key.Bit;

    /// <summary>Whether the row has given a key.</summary>
    public bool Has(RowKey key) => key.Bit != 0 ? (Seen & key.Bit) != 0 : key.IsOf(Row);

    /// <summary>Notes that the row gives a key.</summary>
    public void Note(RowKey key)
    {
        Seen |= key.Bit;
        key.Note(Row);
    }

    public void StandBefore(ExpectedKey ahead) => Ahead = ahead;

    /// <summary>Notes where in the window the id begins.</summary>
    public void NoteIdOffset(int offset) => _idOffset = offset;

    /// <summary>Where in the window the id begins, told once; -1 where that was told or there is none.</summary>
    public int TakeIdOffset()
    {
        (int offset, _idOffset) = (_idOffset, -1);
        return offset;
    }

    public void NoteIdPlace((int Line, int Column) place) => IdPlace = place;

    /// <summary>Takes an id where there is room for it.</summary>
    public bool TryIdentify(ReadOnlySpan<byte> id)
    {
        if (id.Length > LongestId) return false;
        id.CopyTo(_id);
        _idLength = id.Length;
        return true;
    }

    /// <summary>Takes an id that is shorter than a vector.</summary>
    /// <param name="bytes">The id, and what stands behind it.</param>
    /// <param name="length">Its length.</param>
    /// <param name="offset">Where in the window it begins.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Identify(Vector128<byte> bytes, int length, int offset)
    {
        bytes.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(_id));
        (_idLength, _idOffset) = (length, offset);
    }

    public void PutInto(RegionCode region) => Region = region;

    public void NameParent(int parent) => NamedParent = parent;

    /// <summary>Notes that who reads token by token has come to the end of the object.</summary>
    public void End() => IsEnded = true;

    /// <summary>Makes what who reads token by token needs to know of the row.</summary>
    /// <param name="file">The file that it stands in.</param>
    public JsonRowFrame MakeFrame(string file)
    {
        Frame = new JsonRowFrame(Plan.Table, Row, new SourceSpan(file, Place.Line, Place.Column), Plan.AllMarks(_marks));
        Frame.PutBelow(Parent);
        return FillFrame(file);
    }

    /// <summary>Adds what was read from bytes since.</summary>
    /// <param name="file">The file that it stands in.</param>
    public JsonRowFrame FillFrame(string file)
    {
        JsonRowFrame frame = Frame!;
        if (_idLength > 0 && frame.Id is null) frame.Identify(Encoding.UTF8.GetString(Id), new SourceSpan(file, IdPlace.Line, IdPlace.Column));
        if (frame.ParentKey is not null) return frame;
        if (Region is { } region) frame.NameParent(region.Text, frame.Span);
        else if (NamedParent >= 0) frame.NameParent(Plan.Above!.Rows.Id(NamedParent), frame.Span);
        return frame;
    }
}
