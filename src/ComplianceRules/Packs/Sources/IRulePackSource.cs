namespace ComplianceRules.Packs;

/// <summary>Where packs come from: a folder, an archive, an assembly, or what a third party brings.</summary>
/// <remarks>
/// A pack is data: a source gives files and never code. It is asked anew for each load, by one thread at a time, and gives either everything or nothing:
/// half of its files would be half of the law. What an author got wrong is found when the files are read, so a source need not look into them.
/// </remarks>
public interface IRulePackSource
{
    /// <summary>Gives the files as they are now.</summary>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="IOException">The files cannot be reached.</exception>
    /// <exception cref="UnauthorizedAccessException">The files may not be read.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    RulePackFiles Read(CancellationToken cancellation);
}
