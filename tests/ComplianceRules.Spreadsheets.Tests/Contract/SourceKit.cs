using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Tests.Contract;

/// <summary>Makes a source of each input, in one format.</summary>
internal abstract class SourceKit : IDisposable
{
    /// <summary>The format's name.</summary>
    public abstract string Name { get; }

    /// <summary>Makes the source.</summary>
    /// <returns>The source; null where the format cannot have such an input.</returns>
    public abstract ISnapshotSource? Open(MadeDocument document);

    public virtual void Dispose()
    {
    }
}
