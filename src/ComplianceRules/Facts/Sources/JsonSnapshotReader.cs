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
