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

    private NdjsonSnapshotReader(JsonCursor cursor, SnapshotBuilder builder, bool isPlain)
    {
        _cursor = cursor;
        _builder = builder;
        _rows = new JsonRowReader(cursor, builder, isCase: false) { HeaderKey = JsonSnapshotHead.VersionKey, IsPlain = isPlain };
        _head = new JsonSnapshotHead(cursor, builder, _rows) { ForeignKey = JsonRowReader.IdKey, Missing = DiagnosticCodes.NdjsonHeaderMissing };
    }

    /// <summary>Reads the snapshot.</summary>
    /// <param name="cursor">Stands at its beginning.</param>
    /// <param name="builder">Takes what is read.</param>
    /// <param name="isPlain">Whether rows are read token by token alone.</param>
    public static void Read(JsonCursor cursor, SnapshotBuilder builder, bool isPlain)
    {
        NdjsonSnapshotReader reader = new(cursor, builder, isPlain);
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

    private void ReadSchools()
    {
        TableBuilder schools = _builder.Table(BaseTables.School);
        while (_cursor.BeginLine())
        {
            ReadSchool(schools);
            _cursor.SkipLine();
        }

        _rows.Finish();
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
