using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Reads a snapshot in NDJSON: a header, then a school a line.</summary>
/// <remarks>A line that cannot be read is one record; what follows it is read all the same. Without a sound header nothing is, for it says what the schools are facts of.</remarks>
internal sealed class NdjsonSnapshotReader
{
    private readonly JsonCursor _cursor;
    private readonly SnapshotBuilder _builder;
    private readonly JsonRowReader _rows;
    private readonly JsonSnapshotHead _head;

    private NdjsonSnapshotReader(JsonCursor cursor, SnapshotBuilder builder, bool isPlain, HashSet<(string Table, string Key)> unknownKeys)
    {
        _cursor = cursor;
        _builder = builder;
        _rows = new JsonRowReader(cursor, builder, isCase: false) { HeaderKey = JsonSnapshotHead.VersionKey, IsPlain = isPlain, UnknownKeys = unknownKeys };
        _head = new JsonSnapshotHead(cursor, builder, _rows) { ForeignKey = JsonRowReader.IdKey, Missing = DiagnosticCodes.NdjsonHeaderMissing };
    }

    /// <summary>Reads the snapshot.</summary>
    /// <param name="cursor">Stands at its beginning.</param>
    /// <param name="builder">Takes what is read.</param>
    /// <param name="isPlain">Whether rows are read token by token alone.</param>
    public static void Read(JsonCursor cursor, SnapshotBuilder builder, bool isPlain)
    {
        NdjsonSnapshotReader reader = new(cursor, builder, isPlain, []);
        try
        {
            if (reader.ReadHead()) reader.ReadSchools();
        }
        catch (DataReadingException)
        {
            // Enough problems were found; all of them are in the builder.
        }

        reader._head.Describe();
    }

    /// <summary>Reads some lines at a time.</summary>
    /// <param name="cursor">Stands at the beginning.</param>
    /// <param name="chunks">Takes what is read.</param>
    /// <param name="isPlain">Whether rows are read token by token alone.</param>
    public static void Read(JsonCursor cursor, SchoolChunks chunks, bool isPlain)
    {
        NdjsonSnapshotReader head = new(cursor, chunks.Head, isPlain, chunks.UnknownKeys);
        if (!head.ReadHead()) chunks.GiveUp();
        head._head.Describe();
        bool goesOn = !chunks.IsGivenUp;
        while (goesOn && !chunks.IsGivenUp)
        {
            SnapshotBuilder chunk = chunks.Open();
            goesOn = new NdjsonSnapshotReader(cursor, chunk, isPlain, chunks.UnknownKeys).ReadSome();
            chunks.Close(chunk);
        }

        chunks.End();
    }

    // A chunk with too many problems was refused, which is seen when it is closed.
    private bool ReadSome()
    {
        try
        {
            return ReadSchools();
        }
        catch (DataReadingException)
        {
            return false;
        }
    }

    private bool ReadHead()
    {
        try
        {
            _cursor.Begin();

            // Of a file without lines the cursor says itself that it is empty.
            _cursor.BeginLine();
            return _head.Read() && _head.HasVersion;
        }
        catch (DataReadingException stop)
        {
            if (stop.Problem is { } problem) _builder.Fail(_rows.Shown(problem));
            return false;
        }
    }

    // Whether the builder was full before the last line.
    private bool ReadSchools()
    {
        TableBuilder schools = _builder.Table(BaseTables.School);
        bool isFull = false;
        while (!isFull && _cursor.BeginLine())
        {
            ReadSchool(schools);
            _cursor.SkipLine();
            isFull = _builder.IsFull;
        }

        _rows.Finish();
        return isFull;
    }

    private void ReadSchool(TableBuilder schools)
    {
        try
        {
            _rows.ReadAlone(schools);
        }
        catch (DataReadingException stop) when (stop.Problem is { } found)
        {
            Diagnostic problem = _rows.Shown(found);
            _rows.RemoveOpen();
            bool goesOn = problem.Code == DiagnosticCodes.NdjsonHeaderAgain ? _builder.Fail(problem) : _builder.Refuse(problem);
            if (!goesOn) throw new DataReadingException(null);
        }
    }
}
