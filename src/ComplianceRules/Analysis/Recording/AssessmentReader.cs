using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Analysis;

/// <summary>Reads an assessment again that was written as JSON or NDJSON.</summary>
/// <remarks>
/// Strict: what an assessment does not have, has twice or cannot be is reported with its place. Which of the two formats it is shows in its first two characters, whatever the name.
/// Read as a stream: beside the findings themselves, memory holds one token. Files of former versions, which tell less, are read as well.
/// </remarks>
public static class AssessmentReader
{
    private const int BufferSize = 1 << 18;

    // No finding begins so, and every head does.
    private static ReadOnlySpan<byte> HeadStart => "{\"schemaVersion\""u8;

    /// <summary>Reads a file; places show its path.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Checked<RecordedAssessment> Read(string path, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(path);
        using FileStream stream = File.OpenRead(path);
        return Read(stream, path, cancellation);
    }

    /// <summary>Reads a stream to its end; it stays open.</summary>
    /// <param name="stream">UTF-8, with or without a byte order mark.</param>
    /// <param name="name">The name shown in places.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Checked<RecordedAssessment> Read(Stream stream, string name, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        DiagnosticBag problems = new();
        JsonBuffer buffer = new(stream, BufferSize, cancellation);
        JsonCursor cursor = new(buffer, name);
        AssessmentDraft draft = new();
        try
        {
            Read(buffer, cursor, draft, new AssessmentTokens(cursor, problems));
        }
        catch (DataReadingException stop)
        {
            // Of something else there is nothing more to say.
            if (IsOther(stop.Problem)) problems = new DiagnosticBag();
            if (stop.Problem is { } problem) problems.Add(IsOther(problem) ? new Diagnostic(DiagnosticCodes.AssessmentExpected, problem.Span) : problem);
        }

        return problems.HasErrors ? problems.Finish<RecordedAssessment>(null) : problems.Finish(draft.Finish());
    }

    private static void Read(JsonBuffer buffer, JsonCursor cursor, AssessmentDraft draft, AssessmentTokens tokens)
    {
        cursor.Begin();
        bool isByLine = cursor.Window is [(byte)'{', not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'), ..];
        AssessmentFindings findings = new(tokens, draft);
        AssessmentHead head = new(tokens, draft, findings);
        SourceSpan start = new(cursor.File, 1, 1);
        if (isByLine) ReadLines(buffer, cursor, (head, findings), tokens);
        else ReadDocument(cursor, head);
        if (isByLine && !head.IsRead && !draft.HasFindings) throw new DataReadingException(new Diagnostic(DiagnosticCodes.AssessmentExpected, start));
        if (isByLine && !head.IsRead) tokens.Report(DiagnosticCodes.AssessmentKeyMissing, start, "assessment", "schemaVersion");
        if (!tokens.HasProblems) findings.CheckWhole(start);
    }

    private static void ReadDocument(JsonCursor cursor, AssessmentHead head)
    {
        if (!cursor.Read() || cursor.Kind != JsonTokenType.StartObject) throw new DataReadingException(new Diagnostic(DiagnosticCodes.AssessmentExpected, new SourceSpan(cursor.File, 1, 1)));
        head.Read(mustList: true);
        cursor.Read();
    }

    private static void ReadLines(JsonBuffer buffer, JsonCursor cursor, (AssessmentHead Head, AssessmentFindings Findings) readers, AssessmentTokens tokens)
    {
        buffer.GoByLine();
        for (bool isLine = cursor.BeginLine(); isLine; isLine = NextLine(cursor))
        {
            while (buffer.Window.Length < HeadStart.Length && !buffer.IsLast) buffer.Fill();
            bool isHead = buffer.Window.StartsWith(HeadStart);
            ReadLine(cursor, () =>
            {
                if (isHead) readers.Head.Read(mustList: false);
                else readers.Findings.Read();
            }, tokens);
        }
    }

    private static bool NextLine(JsonCursor cursor)
    {
        cursor.SkipLine();
        return cursor.BeginLine();
    }

    // A line that cannot be read says nothing of the next one.
    private static void ReadLine(JsonCursor cursor, Action read, AssessmentTokens tokens)
    {
        try
        {
            cursor.Read();
            read();
            cursor.Read();
        }
        catch (DataReadingException stop) when (stop.Problem is { } problem && problem.Code != DiagnosticCodes.TooManyDataProblems && !IsOther(problem))
        {
            tokens.Report(problem);
        }
    }

    private static bool IsOther(Diagnostic? problem) => problem?.Code is { } code && (code == DiagnosticCodes.DataEmpty || code == DiagnosticCodes.AssessmentExpected);
}
