using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>One table that records can be read from: a file, a sheet of a workbook, rows of a database.</summary>
/// <param name="fileName">The file's own name, which a mapping's patterns are matched with.</param>
/// <param name="tableName">The name that says which table it is where there is no mapping.</param>
/// <param name="span">The whole of it.</param>
internal abstract class RecordSet(string fileName, string tableName, SourceSpan span)
{
    public string FileName => fileName;

    public string TableName => tableName;

    public SourceSpan Span => span;

    public string? Sheet => span.Sheet;

    /// <summary>Whether it is a sheet that people do not see.</summary>
    public virtual bool IsHidden => false;

    /// <summary>Whether it says itself that it holds no records, such as the guide of a form.</summary>
    public virtual bool IsNoTable => false;

    /// <summary>Opens it.</summary>
    /// <param name="shape">Where the names of the columns stand; null for the format's own way.</param>
    /// <param name="builder">Takes the problems.</param>
    /// <exception cref="IOException">It cannot be reached.</exception>
    public abstract RecordReader Open(SheetShape? shape, SnapshotBuilder builder);
}
