using System.Collections.Immutable;
using System.Text.Json;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Reads the facts of a case: rows by table name, nested as far as the case needs.</summary>
/// <remarks>Ids may be left out (then 1, 2, … in the order of the table), parents not given are unknown, lists given are reported, regions given are covered. What a snapshot lists as an issue is an error here.</remarks>
internal static class CaseSnapshotReader
{
    private const int BufferSize = 1 << 12;
    private const string NoteKey = "note";
    private const string FactsKey = "facts";

    private static readonly ImmutableDictionary<DiagnosticCode, DiagnosticCode> Errors = new Dictionary<DiagnosticCode, DiagnosticCode>
    {
        [DiagnosticCodes.UnknownRowKey] = DiagnosticCodes.CaseUnknownRowKey,
        [DiagnosticCodes.CellWrongType] = DiagnosticCodes.CaseCellWrongType,
        [DiagnosticCodes.CellOutOfRange] = DiagnosticCodes.CaseCellOutOfRange,
        [DiagnosticCodes.RegionCodeMalformed] = DiagnosticCodes.CaseRegionCodeMalformed,
        [DiagnosticCodes.RegionElsewhere] = DiagnosticCodes.CaseRegionElsewhere,
        [DiagnosticCodes.StageContradictsGrade] = DiagnosticCodes.CaseStageContradictsGrade,
        [DiagnosticCodes.GradeElsewhere] = DiagnosticCodes.CaseGradeElsewhere,
    }.ToImmutableDictionary();

    /// <summary>Reads the object of facts.</summary>
    /// <param name="schema">The tables and fields that facts can have.</param>
    /// <param name="facts">The bytes of the object as they stand in the case file.</param>
    /// <param name="place">Where the object's first byte stands in the case file.</param>
    /// <param name="calendar">The case's calendar; null for none.</param>
    public static Checked<Snapshot> Read(FactSchema schema, ReadOnlyMemory<byte> facts, SourceSpan place, SchoolCalendar? calendar)
    {
        SnapshotBuilder builder = new(schema, new SnapshotOptions()) { ListsMustBeGiven = true };
        using MemoryStream stream = new(facts.ToArray(), writable: false);
        JsonCursor cursor = new(new JsonBuffer(stream, BufferSize, CancellationToken.None), place.File, place.Line, place.Column);
        if (calendar is not null) builder.UseCalendar(calendar);
        try
        {
            Read(cursor, builder);
        }
        catch (DataReadingException stop)
        {
            if (stop.Problem is { } problem) builder.Fail(problem);
        }

        return WithErrors(builder.Build());
    }

    private static void Read(JsonCursor cursor, SnapshotBuilder builder)
    {
        JsonRowReader rows = new(cursor, builder, isCase: true);
        cursor.Begin();
        cursor.Read();
        if (cursor.Kind != JsonTokenType.StartObject) throw new DataReadingException(new Diagnostic(DiagnosticCodes.DataObjectExpected, cursor.Span, FactsKey));
        while (cursor.Read() && cursor.Kind == JsonTokenType.PropertyName)
        {
            ReadTable(cursor, builder, rows, cursor.Text);
            if (cursor.TakeSpoiled() is { } spoiled) builder.Fail(spoiled);
        }

        cursor.Read();
        rows.Finish();
    }

    private static void ReadTable(JsonCursor cursor, SnapshotBuilder builder, JsonRowReader rows, string name)
    {
        SourceSpan span = cursor.Span;
        cursor.Read();
        if (builder.Schema.Table(name) is not null)
        {
            rows.ReadTop(builder.Table(name), name);
            return;
        }

        cursor.SkipValue();
        if (name == NoteKey) return;
        IEnumerable<string> known = builder.Schema.Tables.Keys;
        builder.Fail(new Diagnostic(DiagnosticCodes.CaseUnknownTable, span, DataExcerpt.Of(name)) { DidYouMean = NearestName.Of(name, known) });
    }

    private static Checked<Snapshot> WithErrors(Checked<Snapshot> read)
    {
        IEnumerable<Diagnostic> problems = read.IsValid ? read.Value.Data.Issues : read.Diagnostics;
        ImmutableArray<Diagnostic> errors = [.. problems.Select(AsError)];
        return new Checked<Snapshot>(read.IsValid ? read.Value : null, errors);
    }

    private static Diagnostic AsError(Diagnostic problem) => Errors.TryGetValue(problem.Code, out DiagnosticCode? code)
        ? new Diagnostic(code, problem.Span, problem.Arguments.AsSpan()) { DidYouMean = problem.DidYouMean }
        : problem;
}
