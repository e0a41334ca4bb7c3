using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>Texts or enum keys, each distinct one kept once.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
public sealed class TextColumn : FactColumn
{
    internal TextColumn(FieldSchema field, int[] codes, ImmutableArray<string> dictionary, ulong[] known, IReadOnlyDictionary<int, UnknownReason> reasons)
        : this(field, (CellStore.Narrowest(codes), dictionary), Partial(known, codes.Length), reasons)
    {
    }

    internal TextColumn(FieldSchema field, (CellStore Codes, ImmutableArray<string> Dictionary) texts, CellStore? known, IReadOnlyDictionary<int, UnknownReason> reasons)
        : base(field, texts.Codes, known, reasons) => Dictionary = texts.Dictionary;

    /// <summary>The distinct texts that rows may have, by their codes.</summary>
    public ImmutableArray<string> Dictionary { get; }

    /// <summary>The text of a row; empty where it is not known.</summary>
    /// <param name="row">The row, from 0; one whose value is known.</param>
    public string this[int row] => IsKnown(row) ? Dictionary[Cells.Whole(row)] : string.Empty;
}
