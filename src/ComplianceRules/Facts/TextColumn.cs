using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>Texts or enum keys, each distinct one kept once.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
public sealed class TextColumn : FactColumn
{
    private readonly int[] _codes;

    internal TextColumn(FieldSchema field, int[] codes, ImmutableArray<string> dictionary, ulong[] known, IReadOnlyDictionary<int, UnknownReason> reasons)
        : base(field, codes.Length, known, reasons)
    {
        _codes = codes;
        Dictionary = dictionary;
    }

    /// <summary>The distinct texts, in the order in which the data first gave them.</summary>
    public ImmutableArray<string> Dictionary { get; }

    /// <summary>The text of a row; empty where it is not known.</summary>
    /// <param name="row">The row, from 0; one whose value is known.</param>
    public string this[int row] => IsKnown(row) ? Dictionary[_codes[row]] : string.Empty;
}
