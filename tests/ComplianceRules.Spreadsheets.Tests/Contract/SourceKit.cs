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

    /// <summary>Whether every record is a row, is listed or is filtered.</summary>
    public virtual bool HasAll(MadeDocument document, DataReport data) =>
        document.Classes.Length == data.Rows.GetValueOrDefault("class") + data.Skipped.Length + data.Filtered;

    public virtual void Dispose()
    {
    }
}
