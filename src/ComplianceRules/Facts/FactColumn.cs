using System.Collections.Frozen;

namespace ComplianceRules.Facts;

/// <summary>The values of one field for all rows of a table, and which of them are known.</summary>
/// <remarks>Immutable; may be shared between threads. The closed set of columns: number, int, bool, text (enums too), set, date and time.</remarks>
public abstract class FactColumn
{
    private readonly ulong[] _known;
    private readonly FrozenDictionary<int, UnknownReason> _reasons;

    private protected FactColumn(FieldSchema field, int count, ulong[] known, IReadOnlyDictionary<int, UnknownReason> reasons)
    {
        Field = field;
        Count = count;
        _known = known;
        _reasons = reasons.ToFrozenDictionary();
    }

    /// <summary>The field whose values these are.</summary>
    public FieldSchema Field { get; }

    /// <summary>How many rows there are.</summary>
    public int Count { get; }

    /// <summary>One bit a row, least significant first: set where the value is known.</summary>
    internal ReadOnlySpan<ulong> Known => _known;

    /// <summary>Whether the value of a row is known.</summary>
    /// <param name="row">The row, from 0.</param>
    public bool IsKnown(int row) => ValidityBits.Get(_known, row);

    /// <summary>Why the value of a row is not known; meaningless where it is.</summary>
    /// <param name="row">The row, from 0.</param>
    public UnknownReason ReasonAt(int row) => _reasons.GetValueOrDefault(row, UnknownReason.Absent);
}
