using ComplianceRules.Diagnostics;

namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>The rows of a table one by one, with what is above the records.</summary>
/// <remarks>For one thread. Rows that a sheet does not have are not given.</remarks>
internal abstract class CellRows : IDisposable
{
    /// <summary>The number of the row, from 1.</summary>
    public abstract int Number { get; }

    /// <summary>How many cells the row has.</summary>
    public abstract int Width { get; }

    /// <summary>Where the row stands.</summary>
    public abstract SourceSpan Span { get; }

    /// <summary>Whether the table says which cells are merged.</summary>
    public virtual bool KnowsMerged => true;

    /// <summary>A cell of the row; empty beyond its width.</summary>
    public abstract CellContent this[int column] { get; }

    /// <summary>Goes to the next row.</summary>
    /// <exception cref="WorkbookException">The table cannot be read further.</exception>
    public abstract bool Next();

    /// <summary>Where a cell of the row stands.</summary>
    public virtual SourceSpan SpanOf(int column) => Span with { Column = column + 1 };

    /// <summary>What makes the row no record.</summary>
    /// <param name="width">How many columns have names.</param>
    public virtual Diagnostic? Malformed(int width) => null;

    public abstract void Dispose();
}
