using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace ComplianceRules.Facts;

/// <summary>Reads the rows of lists straight from bytes, as long as they are as they should be.</summary>
/// <remarks>
/// Whatever is not goes, member by member, to <see cref="JsonRowReader"/>, which says what everything means: this reader takes only what it has checked whole, and does then
/// what that one would do. INVARIANT: what it has taken ends between two tokens, so that the cursor can always go on from there.
/// </remarks>
internal sealed class RowScanner
{
    // As much as a member usually has, so that one that is cut off by the end of the window is tried again with more.
    private const int FewBytes = 4096;

    private readonly JsonCursor _cursor;
    private readonly SnapshotBuilder _builder;
    private readonly JsonRowReader _rows;
    private readonly RowHandover _handover;
    private readonly Dictionary<string, RowPlan?> _plans = new(StringComparer.Ordinal);
    private readonly List<RowGroup> _groups = [];
    private readonly ShuffledMembers _shuffled = new();
    private readonly RecentRegion _regions;
    private RowPlan? _lastPlan;
    private long _expectedAt;

    public RowScanner(JsonCursor cursor, SnapshotBuilder builder, JsonRowReader rows)
    {
        (_cursor, _builder, _rows) = (cursor, builder, rows);
        _handover = new RowHandover(cursor, rows, _groups);
        _regions = new RecentRegion(builder);
    }

    private byte LineFeed => _cursor.IsByLine ? (byte)' ' : (byte)'\n';

    /// <summary>Reads rows from between two items of the list that the cursor is in, up to what is no row.</summary>
    /// <param name="table">The table.</param>
    /// <param name="parent">The row above; -1 where the nesting says none.</param>
    /// <param name="begun">How the cursor stood when the list had just begun.</param>
    public void ReadRows(TableBuilder table, int parent, JsonReaderState begun)
    {
        if (PlanOf(table) is not { } plan || _cursor.Depth + 2 > JsonCursor.MaxDepth) return;
        bool isFirst = _cursor.Kind == JsonTokenType.StartArray;
        HandoverBase outer = _handover.Enter(new HandoverBase(begun, _cursor.Depth, _handover.Count));
        if (ReadRows(plan, parent, isFirst)) _handover.StandBehindRow();
        _handover.Leave(outer);
    }

    /// <summary>Reads the row that stands alone on its line.</summary>
    /// <returns>Whether it did; else it has taken nothing.</returns>
    public bool ReadAlone(TableBuilder table)
    {
        _handover.Forget();
        if (_cursor.Window is not [(byte)'{', ..] || PlanOf(table) is not { } plan) return false;
        _handover.Enter(new HandoverBase(_cursor.State, 0, 0));
        OpenRow row = Begin(plan, -1);
        ReadMembers(row);
        if (row.Frame is not null || row.Id.IsEmpty || !IsRestBlank()) _rows.CloseAlone(_handover.HandLine());
        else Close(row);
        return true;
    }

    /// <summary>Lets all values go into their columns.</summary>
    public void Finish() => _handover.Flush();

    private bool ReadRows(RowPlan plan, int parent, bool isFirst)
    {
        bool any = false;
        while (!(parent < 0 && _builder.IsFull) && GoToRow(plan, isFirst && !any))
        {
            OpenRow row = Begin(plan, parent);
            ReadMembers(row);
            Close(row);
            any = true;
        }

        return any;
    }

    // The objects of regions need more than their keys, and there are few of them.
    private RowPlan? PlanOf(TableBuilder table)
    {
        if (_lastPlan?.Table == table) return _lastPlan;
        ref RowPlan? plan = ref CollectionsMarshal.GetValueRefOrAddDefault(_plans, table.Schema.Name, out bool isKnown);
        if (!isKnown && table.Schema.Name != BaseTables.Region)
        {
            plan = new RowPlan(table, _builder, LineFeed);
            _groups.Add(plan.Group);
            table.Rows.Enter(_cursor.File, null);
        }

        return _lastPlan = plan;
    }

    private bool GoToRow(RowPlan plan, bool isFirst)
    {
        do
        {
            ref byte at = ref MemoryMarshal.GetReference(_cursor.Window);
            int end = 0;
            if (!isFirst)
            {
                if (IsRowBehindComma(ref at))
                {
                    _cursor.PassComma();
                    return true;
                }

                end = JsonText.Blanks(ref at, LineFeed);
                if (Unsafe.Add(ref at, end) == (byte)',') end++;
                else if (end < _cursor.Window.Length) return false;
            }

            end += JsonText.Blanks(ref Unsafe.Add(ref at, end), LineFeed);
            if (end < _cursor.Window.Length)
            {
                if (Unsafe.Add(ref at, end) != (byte)'{') return false;
                _cursor.Pass(end);
                return true;
            }
        }
        while (MayFill());

        return false;
    }

    // Behind the window stands neither.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsRowBehindComma(ref byte at) => at == (byte)',' && Unsafe.Add(ref at, 1) == (byte)'{';

    private bool MayFill() => !_cursor.IsLast && _cursor.Window.Length < FewBytes && _cursor.Fill();

    private OpenRow Begin(RowPlan plan, int parent)
    {
        if (parent < 0) Expect();
        OpenRow row = _handover.Open();
        row.Begin(plan, parent, _cursor.Place);
        return row;
    }

    // Room made once is not copied.
    private void Expect()
    {
        (long read, long whole) = _cursor.Progress;
        if (read == _expectedAt) return;
        _expectedAt = read;
        if (_builder.MostRows == int.MaxValue && whole > 0) _builder.Expect(read, whole);
    }

    private void ReadMembers(OpenRow row)
    {
        bool goesOn = true;
        while (goesOn)
        {
            goesOn = TakeMembers(row) switch
            {
                RowKeyRole.End => false,
                RowKeyRole.List => ReadList(row),
                _ => MayFill() || _handover.ReadMember(),
            };
        }
    }

    // Ends where something else than a plain value stands; the window then begins there.
    private RowKeyRole TakeMembers(OpenRow row)
    {
        ref byte window = ref MemoryMarshal.GetReference(_cursor.Window);
        ref byte next = ref window;
        RowKeyRole found = RowKeyRole.Value;
        if (row.IsFresh && row.Plan.IsShuffled()) next = ref TakeShuffled(row, ref window);
        while (true)
        {
            if (next != (byte)'}') next = ref EasyMembers.Read(row, ref window, ref next);
            ExpectedKey at = row.At;
            if (at.Next.IsEndAt(ref next))
            {
                next = ref Unsafe.Add(ref next, at.Next.Length);
                found = RowKeyRole.End;
                break;
            }

            ExpectedKey? expected = at.Next.Matches(ref next) ? at.Next : row.Plan.Find(at, ref next);
            if (expected is null || row.Has(expected.Key)) break;
            ref byte value = ref Unsafe.Add(ref next, expected.Length);
            int taken = expected.Key.Read(ref value, row);
            if (taken <= 0)
            {
                if (value <= (byte)' ' && expected.Key.Role != RowKeyRole.End && row.Plan.LearnBlanks(at, ref next)) continue;
                found = expected.Key.Role;
                row.StandBefore(expected);
                if (found == RowKeyRole.End) next = ref value;
                if (taken == 0) break;
                row.NoteIdOffset(OffsetOf(ref value));
                taken = -taken;
            }

            row.Note(expected.Key);
            row.StandAt(expected);
            next = ref Unsafe.Add(ref value, taken);
        }

        Pass(row, OffsetOf(ref next));
        return found;
    }

    private ref byte TakeShuffled(OpenRow row, ref byte window)
    {
        int end = _shuffled.Read(row, ref window, _cursor.Window.Length);
        if (end == 0 && _cursor.Window.Length >= FewBytes) row.Plan.TrustOrder();
        return ref Unsafe.Add(ref window, end);
    }

    private int OffsetOf(ref byte at) => (int)Unsafe.ByteOffset(ref MemoryMarshal.GetReference(_cursor.Window), ref at);

    private void Pass(OpenRow row, int end)
    {
        (int line, int column) = _cursor.Place;
        bool isPlain = _cursor.TryPassPlain(end);
        int idAt = row.TakeIdOffset();
        if (isPlain)
        {
            if (idAt >= 0) row.NoteIdPlace((line, column + idAt));
            return;
        }

        if (idAt >= 0)
        {
            _cursor.Pass(idAt);
            row.NoteIdPlace(_cursor.Place);
            end -= idAt;
        }

        _cursor.Pass(end);
    }

    // A list of rows is read here; of anything else, and of rows that are never read from bytes, the whole member is handed over.
    private bool ReadList(OpenRow row)
    {
        ExpectedKey ahead = row.Ahead!;
        ListKey list = (ListKey)ahead.Key!;
        bool isList = !row.Has(list) && _cursor.Window.Length > ahead.Length && _cursor.Window[ahead.Length] == (byte)'[';
        if (!isList || _handover.Depth + 3 > JsonCursor.MaxDepth || PlanOf(list.Table) is not { } plan) return MayFill() || _handover.ReadMember();
        row.Plan.Table.ReportList(row.Row, list.Name);
        row.Note(list);
        _cursor.Pass(ahead.Length + 1);
        bool any = ReadRows(plan, row.Row, isFirst: true);
        if (!PassListEnd()) _handover.ReadRest(list, any);
        row.StandAt(row.Plan.After(list));
        return true;
    }

    private bool PassListEnd()
    {
        do
        {
            int end = JsonText.Blanks(ref MemoryMarshal.GetReference(_cursor.Window), LineFeed);
            if (end >= _cursor.Window.Length) continue;
            if (_cursor.Window[end] != (byte)']') return false;
            _cursor.Pass(end + 1);
            return true;
        }
        while (MayFill());

        return false;
    }

    private bool IsRestBlank()
    {
        do
        {
            if (JsonText.Blanks(ref MemoryMarshal.GetReference(_cursor.Window), LineFeed) < _cursor.Window.Length) return false;
            if (_cursor.IsLast) return true;
        }
        while (_cursor.Fill());

        return false;
    }

    private void Close(OpenRow row)
    {
        if (row.Frame is not null || _cursor.IsSpoiled || row.Id.IsEmpty || !TryPlace(row)) _rows.Close(_handover.HandClosed());
        _handover.Shut();
    }

    private bool TryPlace(OpenRow row)
    {
        RowPlan plan = row.Plan;
        if (plan.IsYearGroup || (row.Parent >= 0 && row.Region is not null)) return false;
        int parent = row.Parent >= 0 ? row.Parent : ParentOf(row);
        if (!plan.Table.Rows.TryNameShort(row.Row, row.IdHead, row.IdLength, parent) && !plan.Table.Rows.Name(row.Row, row.Id, parent)) return false;
        if (parent >= 0 && row.Parent < 0) plan.Above?.ReportList(parent, plan.Table.Schema.Children);
        return true;
    }

    private int ParentOf(OpenRow row)
    {
        if (!row.Plan.IsBelowRegion) return row.NamedParent;
        RegionCode? region = row.Region ?? _builder.Options.DefaultRegion;
        return region is { } code ? _regions.RowOf(code) : -1;
    }
}
