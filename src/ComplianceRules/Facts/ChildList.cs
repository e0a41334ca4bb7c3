namespace ComplianceRules.Facts;

/// <summary>A list of rows below each row of a table: where it starts and ends, and whether it was reported.</summary>
/// <remarks>Immutable; may be shared between threads. INVARIANT: the rows of one list are neighbours in their table.</remarks>
public sealed class ChildList
{
    private readonly ReadOnlyMemory<int> _starts;
    private readonly ReadOnlyMemory<int> _ends;
    private readonly ReadOnlyMemory<ulong> _reported;
    private readonly UnknownReason[]? _reasons;

    internal ChildList(string table, ReadOnlyMemory<int> starts, ReadOnlyMemory<int> ends, ReadOnlyMemory<ulong> reported, UnknownReason[]? reasons)
    {
        Table = table;
        _starts = starts;
        _ends = ends;
        _reported = reported;
        _reasons = reasons;
    }

    /// <summary>The table whose rows the lists hold.</summary>
    public string Table { get; }

    /// <summary>For each row that has the list, the first row of it.</summary>
    internal ReadOnlySpan<int> Starts => _starts.Span;

    /// <summary>For each row that has the list, the row after the last of it.</summary>
    internal ReadOnlySpan<int> Ends => _ends.Span;

    /// <summary>One bit a row that has the list, least significant first: set where the list was reported.</summary>
    internal ReadOnlySpan<ulong> Reported => _reported.Span;

    /// <summary>For each row that has the list, why it is not known; null where one reason stands for all.</summary>
    internal UnknownReason[]? Reasons => _reasons;

    /// <summary>Whether a row's list was reported; an unreported list may hold rows and still not be whole.</summary>
    /// <param name="row">The row that has the list, from 0.</param>
    public bool IsReported(int row) => ValidityBits.Get(_reported.Span, row);

    /// <summary>Why a row's list is not known; meaningless where it was reported.</summary>
    /// <param name="row">The row that has the list, from 0.</param>
    public UnknownReason ReasonAt(int row) => _reasons?[row] ?? UnknownReason.NotReported;

    /// <summary>The rows of a row's list.</summary>
    /// <param name="row">The row that has the list, from 0.</param>
    /// <returns>The first row and the one after the last, in the list's own table.</returns>
    public (int Start, int End) Rows(int row) => (_starts.Span[row], _ends.Span[row]);

    /// <summary>Whether another list of the same table is the same for every row.</summary>
    /// <param name="other">The other list.</param>
    internal bool IsSameAs(ChildList other) =>
        Table == other.Table && Starts.SequenceEqual(other.Starts) && Ends.SequenceEqual(other.Ends) && Reported.SequenceEqual(other.Reported);
}
