namespace ComplianceRules.Facts;

/// <summary>A source whose schools come one after the other, each with all rows below it, so that some can be let go before the next are read.</summary>
internal interface ISchoolwiseSource : ISnapshotSource
{
    /// <summary>Opens the data.</summary>
    /// <exception cref="System.IO.IOException">The data cannot be reached.</exception>
    Stream Open();

    /// <summary>Reads everything at once.</summary>
    /// <param name="stream">The data.</param>
    /// <param name="builder">Takes what is read.</param>
    /// <param name="cancellation">Stops the reading.</param>
    void Read(Stream stream, SnapshotBuilder builder, CancellationToken cancellation);

    /// <summary>Reads some schools at a time, as long as nothing asks for all of them at once.</summary>
    /// <param name="stream">The data.</param>
    /// <param name="chunks">Takes what is read.</param>
    /// <param name="cancellation">Stops the reading.</param>
    void Read(Stream stream, SchoolChunks chunks, CancellationToken cancellation);
}
