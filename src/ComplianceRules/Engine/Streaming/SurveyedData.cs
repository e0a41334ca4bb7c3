using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Data of a source that has been gone through once: what is wrong with it and what the whole tells is known, and it can be judged in bounded memory.</summary>
/// <remarks>Keeps the source open until it is disposed of. For one thread; it is judged once.</remarks>
public sealed class SurveyedData : IDisposable
{
    private readonly Stream? _stream;

    internal SurveyedData(FactSchema schema, Snapshot whole) => (Schema, Whole, Data) = (schema, whole, whole.Data);

    internal SurveyedData(FactSchema schema, SchoolwiseData schools)
    {
        (Schema, Schools, _stream) = (schema, schools, schools.Stream);
        Data = schools.Survey.Report(schools.Head);
    }

    /// <summary>The day that the facts are of; null where the data does not say.</summary>
    public DateOnly? Date => (Whole ?? Schools!.Head).Date;

    /// <summary>The regions of which every school is in the data.</summary>
    public ImmutableArray<RegionCode> Covers => (Whole ?? Schools!.Head).Covers;

    /// <summary>What reading found: counts, what was left out and why.</summary>
    public DataReport Data { get; }

    /// <summary>The ids of all schools, in the order of the data.</summary>
    public IEnumerable<string> SchoolIds => Whole is { } whole ? Enumerable.Range(0, whole.Table(BaseTables.School).Count).Select(whole.Table(BaseTables.School).Id) : Schools!.SchoolIds;

    /// <summary>The schema that it was read by.</summary>
    internal FactSchema Schema { get; }

    /// <summary>The facts, where they could be read only as a whole; else null.</summary>
    internal Snapshot? Whole { get; }

    /// <summary>The data, where it can be read some schools at a time; else null.</summary>
    internal SchoolwiseData? Schools { get; }

    /// <summary>Goes through the data of a source.</summary>
    /// <remarks>JSON and NDJSON that can be gone through twice are not kept; column files are mapped; everything else is read, as <see cref="Plan.Run(ISnapshotSource, IFindingSink, RunOptions, SnapshotOptions, CancellationToken)"/> tells.</remarks>
    /// <param name="catalogue">The packs that are to judge it.</param>
    /// <param name="source">Where the facts come from.</param>
    /// <param name="reading">How to read; null for the usual.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The data; where it is refused, the problems.</returns>
    /// <exception cref="IOException">The data cannot be reached.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static Checked<SurveyedData> Of(Catalogue catalogue, ISnapshotSource source, SnapshotOptions? reading = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(source);
        return new DataSurveyor(catalogue.Schema, reading ?? new SnapshotOptions(), cancellation).Survey(source);
    }

    /// <summary>Lets the source go.</summary>
    public void Dispose() => _stream?.Dispose();
}
