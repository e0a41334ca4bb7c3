using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Goes through the data of a source for the first time.</summary>
/// <remarks>For one run and one thread.</remarks>
/// <param name="schema">The tables and fields that facts can have.</param>
/// <param name="reading">How to read.</param>
/// <param name="cancellation">Stops the reading.</param>
internal sealed class DataSurveyor(FactSchema schema, SnapshotOptions reading, CancellationToken cancellation)
{
    /// <summary>How many rows a chunk has at least; what is worked out for them stays in the cache.</summary>
    public int RowsOfChunk { get; init; } = TablePass.FewRows / 2;

    /// <summary>Whether it is read as a whole, whatever the source could do.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Goes through it.</summary>
    /// <param name="source">Where the facts come from.</param>
    /// <returns>The data, open; where it is refused, the problems.</returns>
    public Checked<SurveyedData> Survey(ISnapshotSource source)
    {
        if (IsWhole || source is not ISchoolwiseSource schools) return Whole(source.Read(schema, reading, cancellation));
        Stream stream = schools.Open();
        SchoolwiseData? data = null;
        try
        {
            if (!stream.CanSeek) return Read(schools, stream);
            long start = stream.Position;
            data = Survey(schools, stream);
            stream.Position = start;
            return data is null ? Read(schools, stream) : new Checked<SurveyedData>(new SurveyedData(schema, data), []);
        }
        finally
        {
            if (data is null) stream.Dispose();
        }
    }

    // Null where the data can be taken only as a whole.
    private SchoolwiseData? Survey(ISchoolwiseSource source, Stream stream)
    {
        ChecksummedInput input = new(stream);
        SchoolSurvey survey = new(schema);
        SchoolChunks chunks = new(schema, reading, survey.Take, cancellation) { Rows = RowsOfChunk };
        source.Read(input, chunks, cancellation);
        if (chunks.IsGivenUp || survey.RowCount == 0) return null;
        Snapshot head = chunks.Head.Build().Value;
        return new SchoolwiseData { Source = source, Stream = stream, Seen = input.Seen, Survey = survey, Head = head, Calendar = chunks.Head.Calendar, SchoolIds = chunks.SchoolIds };
    }

    private Checked<SurveyedData> Read(ISchoolwiseSource source, Stream stream)
    {
        SnapshotBuilder builder = new(schema, reading) { Cancellation = cancellation };
        source.Read(stream, builder, cancellation);
        return Whole(builder.Build());
    }

    private Checked<SurveyedData> Whole(Checked<Snapshot> read) => new(read.IsValid ? new SurveyedData(schema, read.Value) : null, read.Diagnostics);
}
