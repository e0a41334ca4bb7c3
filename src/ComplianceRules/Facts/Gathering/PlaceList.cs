using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Where the rows of a table stand: each as the way from the row before it, in two or three bytes.</summary>
/// <remarks>INVARIANT: the first row of each stretch of rows is written in full, and never begins less than a whole stretch before the end of a piece, so that any place is found within one stretch.</remarks>
internal sealed class PlaceList
{
    private const int RowsOfStretch = 64;
    private const int LongestRecord = 16;
    private const int PieceBits = 16;
    private const int PieceLength = 1 << PieceBits;
    private const int FirstLength = RowsOfStretch * LongestRecord;

    private readonly List<(string File, string? Sheet)> _files = [];
    private readonly List<byte[]> _pieces = [];
    private readonly RowNumbers _stretches = new(new ExpectedRows());
    private readonly Dictionary<int, RowPlace> _moved = [];
    private RowPlace _last;
    private byte[] _piece = [];
    private int _length;
    private int _end;

    /// <summary>Where a row stands; null where nobody said.</summary>
    public SourceSpan? this[int row]
    {
        get
        {
            if (!_moved.TryGetValue(row, out RowPlace place) && row < _length) place = Walk(row);
            return place.File == 0 ? null : new SourceSpan(_files[place.File - 1].File, place.Line, place.Column) { Sheet = _files[place.File - 1].Sheet };
        }
    }

    /// <summary>Says in which file the places put from now on are.</summary>
    public void Enter(string file, string? sheet)
    {
        if (_files.Count == 0 || _files[^1] != (file, sheet)) _files.Add((file, sheet));
    }

    /// <summary>Says where rows stand that have no place yet, each on the line behind the one before it.</summary>
    /// <param name="row">The first row, behind all that have a place.</param>
    /// <param name="line">Its line.</param>
    /// <param name="count">How many rows they are.</param>
    public void PutLines(int row, int line, int count)
    {
        for (int end = row + count; row < end;)
        {
            Put(row++, line++, 0);
            int more = Math.Min(end - row, (RowsOfStretch - (row % RowsOfStretch)) % RowsOfStretch);
            PlaceRecord.WriteNextLines(_pieces[^1].AsSpan(_end), more);
            _end += more * PlaceRecord.NextLineLength;
            _length += more;
            (row, line) = (row + more, line + more);
            if (more > 0) _last = _last with { Line = line - 1 };
        }
    }

    public void Put(int row, int line, int column)
    {
        if (TryPutNear(row, line, column)) return;
        RowPlace place = new(_files.Count, line, column);
        if (row < _length)
        {
            _moved[row] = place;
            return;
        }

        while (_length < row) Append(PlaceRecord.None);
        bool begins = _length % RowsOfStretch == 0;
        Append(PlaceRecord.Of(begins ? default : _last, place));
        _last = place;
    }

    // Most rows stand on the line of the row before them, a little further on.
    private bool TryPutNear(int row, int line, int column)
    {
        int way = column - _last.Column;
        bool isNear = row == _length && row % RowsOfStretch != 0 && line == _last.Line && _last.File == _files.Count && (uint)way < PlaceRecord.WaysOfTwoBytes;
        if (!isNear) return false;
        PlaceRecord.WriteNear(_piece.AsSpan(_end), way);
        _end += PlaceRecord.LengthOfNear;
        _last = _last with { Column = column };
        _length++;
        return true;
    }

    private void Append(PlaceRecord record)
    {
        if (_length % RowsOfStretch == 0) BeginStretch();
        _end += record.Write(_pieces[^1].AsSpan(_end));
        _length++;
    }

    private void BeginStretch()
    {
        _last = default;
        if (_piece.Length - _end < RowsOfStretch * LongestRecord) MakeRoom();

        _stretches.Put(_length / RowsOfStretch, ((_pieces.Count - 1) << PieceBits) | _end);
    }

    // Few rows need little room: the first piece grows to its length, and the others have theirs at once.
    private void MakeRoom()
    {
        if (_pieces.Count == 1 && _piece.Length < PieceLength)
        {
            Array.Resize(ref _piece, _piece.Length * 2);
            _pieces[0] = _piece;
            return;
        }

        _piece = new byte[_pieces.Count == 0 ? FirstLength : PieceLength];
        _pieces.Add(_piece);
        _end = 0;
    }

    private RowPlace Walk(int row)
    {
        int end = _stretches[row / RowsOfStretch];
        ReadOnlySpan<byte> stretch = _pieces[end >>> PieceBits].AsSpan(end & (PieceLength - 1));
        RowPlace place = default;
        bool isGiven = false;
        for (int at = row / RowsOfStretch * RowsOfStretch; at <= row; at++)
        {
            PlaceRecord record = PlaceRecord.Read(stretch, out int length);
            stretch = stretch[length..];
            isGiven = record.IsGiven;
            if (isGiven) place = record.After(place);
        }

        return isGiven ? place : default;
    }
}
