using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>Sets of declared values, one bit a value in the order of the field's options.</summary>
/// <remarks>Immutable; may be shared between threads. A field of type set declares at most 64 values.</remarks>
public sealed class SetColumn : FactColumn
{
    internal SetColumn(FieldSchema field, ulong[] members, ulong[] known, IReadOnlyDictionary<int, UnknownReason> reasons)
        : this(field, CellStore.Of<ulong>(CellKind.UInt64, members.Length, members), Partial(known, members.Length), reasons)
    {
    }

    internal SetColumn(FieldSchema field, CellStore members, CellStore? known, IReadOnlyDictionary<int, UnknownReason> reasons)
        : base(field, members, known, reasons)
    {
    }

    /// <summary>The members of a row's set, in the order of the field's options; none where it is not known.</summary>
    /// <param name="row">The row, from 0; one whose value is known.</param>
    public ImmutableArray<string> this[int row]
    {
        get
        {
            ulong members = Cells.Cells<ulong>()[row];
            return [.. Field.Options.Where((_, i) => (members >> i & 1) != 0).Select(o => o.Key)];
        }
    }
}
