using System.Text.Json;

namespace ComplianceRules.Facts;

/// <summary>Hands rows that are being read from bytes over to who reads token by token, and takes them back.</summary>
/// <param name="cursor">Reads tokens.</param>
/// <param name="rows">Reads rows token by token.</param>
/// <param name="groups">Values that are not in their columns yet.</param>
internal sealed class RowHandover(JsonCursor cursor, JsonRowReader rows, List<RowGroup> groups)
{
    private const int MostRows = JsonCursor.MaxDepth;

    private readonly OpenRow[] _open = new OpenRow[MostRows];
    private HandoverBase _base;

    /// <summary>How many rows are open.</summary>
    public int Count { get; private set; }

    /// <summary>How many brackets are open within the row opened last.</summary>
    public int Depth => _base.Depth + ((Count - _base.FirstRow) * 2) - 1;

    private OpenRow Last => _open[Count - 1];

    /// <summary>Begins to read rows.</summary>
    /// <returns>What was begun before.</returns>
    public HandoverBase Enter(HandoverBase here)
    {
        HandoverBase outer = _base;
        _base = here;
        return outer;
    }

    /// <summary>Goes back to what was begun before.</summary>
    public void Leave(HandoverBase outer) => _base = outer;

    /// <summary>Forgets rows that were left open by trouble.</summary>
    public void Forget() => (Count, _base) = (0, default);

    public OpenRow Open() => _open[Count++] ??= new OpenRow();

    public void Shut() => Count--;

    /// <summary>Lets the cursor stand behind a row of the list.</summary>
    public void StandBehindRow() => cursor.Resume(StateAfter("{}"u8), JsonTokenType.EndObject, _base.Depth);

    /// <summary>Reads the next member of the row opened last token by token.</summary>
    /// <returns>Whether there was one; else the object has ended.</returns>
    public bool ReadMember()
    {
        OpenRow row = Last;
        JsonRowFrame frame = Hand();
        foreach (string given in row.Plan.NamesOf(row)) cursor.NoteName(given);
        bool isFresh = row.IsFresh;
        if (isFresh) cursor.Pass(1);
        cursor.Resume(StateAfter(isFresh ? "{"u8 : "{\"\":\"\""u8), isFresh ? JsonTokenType.StartObject : JsonTokenType.String, Depth);
        if (!cursor.Read() || cursor.Kind != JsonTokenType.PropertyName)
        {
            row.End();
            return false;
        }

        string name = cursor.Text;
        row.Plan.Note(name, row);
        rows.ReadMember(frame, name);
        if (rows.IsPassedOver(row.Plan.Table.Schema, name)) row.Plan.PassOver(name, row);
        row.StandAt(row.Plan.After(name));
        return true;
    }

    /// <summary>Reads what is left of a list of the row opened last token by token, its end included.</summary>
    /// <param name="list">The list.</param>
    /// <param name="isBegun">Whether a row of it was read.</param>
    public void ReadRest(ListKey list, bool isBegun)
    {
        OpenRow row = Last;
        Hand();
        JsonReaderState begun = StateAfter("{\"\":["u8);
        cursor.Resume(isBegun ? StateAfter("{\"\":[{}"u8) : begun, isBegun ? JsonTokenType.EndObject : JsonTokenType.StartArray, Depth + 1);
        rows.ReadElements(list.Table, list.Name, row.Row, begun);
    }

    /// <summary>Hands over the row opened last, whose object has ended.</summary>
    public JsonRowFrame HandClosed()
    {
        JsonRowFrame frame = Hand();
        if (!Last.IsEnded) cursor.LeaveObject();
        return frame;
    }

    /// <summary>Hands over the row that should stand alone on its line, whose object has ended; the cursor then stands behind it.</summary>
    public JsonRowFrame HandLine()
    {
        JsonRowFrame frame = HandClosed();
        if (!Last.IsEnded) cursor.Resume(StateAfterAll("{}"u8), JsonTokenType.EndObject, _base.Depth);
        return frame;
    }

    /// <summary>Lets all values go into their columns.</summary>
    public void Flush()
    {
        foreach (RowGroup group in groups) group.Flush();
    }

    private JsonRowFrame Hand()
    {
        Flush();
        for (int at = _base.FirstRow; at < Count; at++)
        {
            if (_open[at].Frame is not null) continue;
            rows.Open(_open[at].MakeFrame(cursor.File));
            cursor.EnterObject();
        }

        return Last.FillFrame(cursor.File);
    }

    // The state of a reader tells what is open and what came last. It can be had only by reading something of the same form.
    private JsonReaderState StateAfter(ReadOnlySpan<byte> end)
    {
        ReadOnlySpan<byte> nesting = "{\"\":["u8;
        int levels = Math.Max(Count - _base.FirstRow - 1, 0);
        Span<byte> text = stackalloc byte[(levels * nesting.Length) + end.Length];
        for (int level = 0; level < levels; level++) nesting.CopyTo(text[(level * nesting.Length)..]);
        end.CopyTo(text[(levels * nesting.Length)..]);
        return StateAfterAll(text);
    }

    private JsonReaderState StateAfterAll(ReadOnlySpan<byte> text)
    {
        Utf8JsonReader reader = new(text, isFinalBlock: false, _base.State);
        while (reader.Read())
        {
        }

        return reader.CurrentState;
    }
}
