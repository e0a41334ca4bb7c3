namespace ComplianceRules.Facts;

/// <summary>A list of rows below each row of a table: where it starts and ends, and whether it was reported.</summary>
/// <remarks>Immutable; may be shared between threads. INVARIANT: the rows of one list are neighbours in their table.</remarks>
public sealed class ChildList
{
    private readonly int[] _starts;
    private readonly int[] _ends;
    private readonly ulong[] _reported;
    private readonly UnknownReason[]? _reasons;

    internal ChildList(string table, int[] starts, int[] ends, ulong[] reported, UnknownReason[]? reasons)
    {
        Table = table;
        _starts = starts;
        _ends = ends;
        _reported = reported;
        _reasons = reasons;
    }

    /// <summary>The table whose rows the lists hold.</summary>
    public string Table { get; }

    /// <summary>Whether a row's list was reported; an unreported list may hold rows and still not be whole.</summary>
    /// <param name="row">The row that has the list, from 0.</param>
    public bool IsReported(int row) => ValidityBits.Get(_reported, row);

    /// <summary>Why a row's list is not known; meaningless where it was reported.</summary>
    /// <param name="row">The row that has the list, from 0.</param>
    public UnknownReason ReasonAt(int row) => _reasons?[row] ?? UnknownReason.NotReported;

    /// <summary>The rows of a row's list.</summary>
    /// <param name="row">The row that has the list, from 0.</param>
    /// <returns>The first row and the one after the last, in the list's own table.</returns>
    public (int Start, int End) Rows(int row) => (_starts[row], _ends[row]);
}
