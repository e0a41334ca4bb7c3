using System.Text.Json;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Reads a snapshot in JSON.</summary>
internal static class JsonSnapshotReader
{
    /// <summary>Reads the snapshot.</summary>
    /// <param name="cursor">Stands at its beginning.</param>
    /// <param name="builder">Takes what is read.</param>
    /// <param name="isPlain">Whether rows are read token by token alone.</param>
    public static void Read(JsonCursor cursor, SnapshotBuilder builder, bool isPlain)
    {
        JsonRowReader rows = new(cursor, builder, isCase: false) { IsPlain = isPlain };
        JsonSnapshotHead head = new(cursor, builder, rows);
        try
        {
            cursor.Begin();
            head.Read();
            rows.Finish();
        }
        catch (DataReadingException stop)
        {
            if (Stop(stop, builder, rows, head.HasVersion)) FinishAsFarAsRead(rows);
        }

        head.Describe();
    }

    /// <summary>Reads some schools at a time.</summary>
    /// <param name="cursor">Stands at the beginning.</param>
    /// <param name="chunks">Takes what is read; trouble that does not concern single records makes it give up.</param>
    /// <param name="isPlain">Whether rows are read token by token alone.</param>
    public static void Read(JsonCursor cursor, SchoolChunks chunks, bool isPlain)
    {
        JsonRowReader rows = new(cursor, chunks.Head, isCase: false) { IsPlain = isPlain, UnknownKeys = chunks.UnknownKeys };
        JsonSnapshotHead head = new(cursor, chunks.Head, rows) { Schools = () => ReadSchools(cursor, chunks, isPlain) };
        try
        {
            cursor.Begin();
            head.Read();
            rows.Finish();
        }
        catch (DataReadingException)
        {
            chunks.GiveUp();
        }

        head.Describe();
        chunks.End();
    }

    private static void ReadSchools(JsonCursor cursor, SchoolChunks chunks, bool isPlain)
    {
        if (cursor.Kind == JsonTokenType.Null) return;
        if (cursor.Kind != JsonTokenType.StartArray) throw new DataReadingException(null);
        JsonReaderState begun = cursor.State;
        bool isEnd = false;
        while (!isEnd)
        {
            SnapshotBuilder chunk = chunks.Open();
            TableBuilder schools = chunk.Table(BaseTables.School);
            JsonRowReader rows = new(cursor, chunk, isCase: false) { IsPlain = isPlain, UnknownKeys = chunks.UnknownKeys };
            isEnd = rows.ReadElements(schools, schools.Schema.Children, -1, begun);
            rows.Finish();
            chunks.Close(chunk);
            if (chunks.IsGivenUp) throw new DataReadingException(null);
        }
    }

    private static bool Stop(DataReadingException stop, SnapshotBuilder builder, JsonRowReader rows, bool hasVersion)
    {
        if (stop.Problem is not { } found) return false;
        Diagnostic problem = rows.Shown(found);
        rows.RemoveOpen();
        // Nobody knows how many records stand after a place that cannot be read, unless it is the end.
        bool isLast = hasVersion && problem.Code == DiagnosticCodes.DataTruncated;
        return isLast ? builder.Refuse(problem) : builder.Fail(problem);
    }

    private static void FinishAsFarAsRead(JsonRowReader rows)
    {
        try
        {
            rows.Finish();
        }
        catch (DataReadingException)
        {
            // Enough problems were found; all of them are in the builder.
        }
    }
}
