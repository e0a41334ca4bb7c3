using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>Texts or enum keys, each distinct one kept once.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
public sealed class TextColumn : FactColumn
{
    private readonly RowIds? _texts;
    private ImmutableArray<string> _dictionary;

    internal TextColumn(FieldSchema field, int[] codes, ImmutableArray<string> dictionary, ulong[] known, IReadOnlyDictionary<int, UnknownReason> reasons)
        : this(field, (CellStore.Narrowest(codes), dictionary), Partial(known, codes.Length), reasons)
    {
    }

    internal TextColumn(FieldSchema field, (CellStore Codes, ImmutableArray<string> Dictionary) texts, CellStore? known, IReadOnlyDictionary<int, UnknownReason> reasons)
        : base(field, texts.Codes, known, reasons) => _dictionary = texts.Dictionary;

    internal TextColumn(FieldSchema field, (CellStore Codes, RowIds Texts) encoded, CellStore? known, IReadOnlyDictionary<int, UnknownReason> reasons)
        : base(field, encoded.Codes, known, reasons) => _texts = encoded.Texts;

    /// <summary>The distinct texts that rows may have, by their codes.</summary>
    public ImmutableArray<string> Dictionary
    {
        get
        {
            // Most of the texts of a mapped file are names that nobody asks for, so none is made before that.
            if (_texts is not null && _dictionary.IsDefault) ImmutableInterlocked.InterlockedInitialize(ref _dictionary, [.. Enumerable.Range(0, _texts.Count).Select(i => _texts[i])]);
            return _dictionary;
        }
    }

    /// <summary>The text of a row; empty where it is not known.</summary>
    /// <param name="row">The row, from 0; one whose value is known.</param>
    public string this[int row] => IsKnown(row) ? TextOf(Cells.Whole(row)) : string.Empty;

    private string TextOf(int code) => _texts is null ? _dictionary[code] : _texts[code];
}
