using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>The records of one table of a file, a workbook or a database, one at a time; those that are malformed are refused on the way.</summary>
/// <remarks>For one thread. Cells are texts as people would write them, trimmed; dates are like <c>2026-09-01</c>, times like <c>8:20</c>, per cents end with <c>%</c>.</remarks>
internal abstract class RecordReader : IDisposable
{
    /// <summary>The file's name as it is shown.</summary>
    public abstract string FileName { get; }

    /// <summary>The sheet of a workbook; null where the file has no sheets.</summary>
    public virtual string? Sheet => null;

    /// <summary>Where the record stands.</summary>
    public abstract SourceSpan Span { get; }

    /// <summary>Whether all cells of the record are empty, as spreadsheets leave them below a table.</summary>
    public abstract bool IsBlank { get; }

    /// <summary>The line of the record, from 1.</summary>
    public virtual int Line => Span.Line;

    /// <summary>Whether cells can be had as bytes, where the reader has them.</summary>
    public virtual bool HasBytes => false;

    /// <summary>How much of the table has been read, and of how much; zeros where that is not known.</summary>
    public virtual (long Read, long Whole) Progress => default;

    /// <summary>Reads the header.</summary>
    /// <returns>The columns; null where the table cannot be used, which is reported.</returns>
    public abstract RecordHeader? ReadHeader();

    /// <summary>Says which columns will be looked at, once the header has been read and before the first record; the others need not be fetched.</summary>
    /// <param name="columns">The columns, from 0.</param>
    public virtual void Want(IReadOnlySet<int> columns)
    {
    }

    /// <summary>Goes to the next record that is well formed.</summary>
    /// <param name="goOn">Whether the whole reading may go on.</param>
    /// <returns>Whether there is one.</returns>
    public abstract bool Next(out bool goOn);

    /// <summary>Goes to the next plain records at once, where the reader has such and they come next.</summary>
    /// <returns>The records; null where the next is to be got by <see cref="Next"/>.</returns>
    public virtual RecordBatch? NextBatch() => null;

    /// <summary>Goes to one of the plain records got last.</summary>
    /// <param name="record">The record, from 0.</param>
    public virtual void GoTo(int record) => throw new NotSupportedException("there are no plain records");

    /// <summary>A cell, trimmed; valid until the next call.</summary>
    /// <param name="column">The column, from 0.</param>
    public abstract ReadOnlySpan<char> Chars(int column);

    /// <summary>A cell as it stands in the file, as sound UTF-8 with the blanks and quotes around it; valid until the next call. Only where cells can be had as bytes.</summary>
    /// <param name="column">The column, from 0.</param>
    public virtual ReadOnlySpan<byte> Bytes(int column) => [];

    /// <summary>What is wrong with a cell whatever it is to mean.</summary>
    /// <param name="column">The column, from 0.</param>
    public virtual CellFault FaultOf(int column) => CellFault.None;

    /// <summary>The words that a cell shows behind its number without being part of it, such as 小时; null for none.</summary>
    /// <param name="column">The column, from 0.</param>
    public virtual string? WordsOf(int column) => null;

    /// <summary>Where a cell of the record stands.</summary>
    /// <param name="column">The column, from 0.</param>
    public virtual SourceSpan SpanOf(int column) => Span with { Column = column + 1 };

    public abstract void Dispose();
}
