using System.Collections.Frozen;

namespace ComplianceRules.Facts;

/// <summary>The values of one field for all rows of a table, and which of them are known.</summary>
/// <remarks>Immutable; may be shared between threads. The closed set of columns: number, int, bool, text (enums too), set, date and time.</remarks>
public abstract class FactColumn
{
    private readonly CellStore? _known;
    private readonly FrozenDictionary<int, UnknownReason> _reasons;

    private protected FactColumn(FieldSchema field, CellStore cells, CellStore? known, IReadOnlyDictionary<int, UnknownReason> reasons)
    {
        Field = field;
        Cells = cells;
        _known = known;
        _reasons = reasons.ToFrozenDictionary();
    }

    /// <summary>The field whose values these are.</summary>
    public FieldSchema Field { get; }

    /// <summary>How many rows there are.</summary>
    public int Count => Cells.Count;

    /// <summary>The values as they lie in memory; zero where a value is not known.</summary>
    internal CellStore Cells { get; }

    /// <summary>Whether every row's value is known.</summary>
    internal bool IsTotal => _known is null;

    /// <summary>One bit a row, least significant first: set where the value is known. Empty where every value is.</summary>
    internal ReadOnlySpan<ulong> Known => _known is null ? [] : _known.Cells<ulong>();

    /// <summary>The rows whose value cannot be used, and why; others without a value have none.</summary>
    internal IReadOnlyDictionary<int, UnknownReason> Reasons => _reasons;

    /// <summary>Whether the value of a row is known.</summary>
    /// <param name="row">The row, from 0.</param>
    public bool IsKnown(int row) => _known is null || ValidityBits.Get(_known.Cells<ulong>(), row);

    /// <summary>Why the value of a row is not known; meaningless where it is.</summary>
    /// <param name="row">The row, from 0.</param>
    public UnknownReason ReasonAt(int row) => _reasons.GetValueOrDefault(row, UnknownReason.Absent);

    /// <summary>The bits of known values as a column keeps them: none where all are set.</summary>
    /// <param name="known">One bit a row.</param>
    /// <param name="count">How many rows there are.</param>
    private protected static CellStore? Partial(ReadOnlySpan<ulong> known, int count) =>
        ValidityBits.AreAllSet(known, count) ? null : CellStore.Of(CellKind.Bit, count, known);
}
