using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>Texts or enum keys, each distinct one kept once.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
public sealed class TextColumn : FactColumn
{
    private const int FewTexts = 32;

    private readonly Lazy<FrozenDictionary<string, int>> _codes;
    private readonly RowIds? _texts;
    private ImmutableArray<string> _dictionary;

    internal TextColumn(FieldSchema field, int[] codes, ImmutableArray<string> dictionary, ulong[] known, IReadOnlyDictionary<int, UnknownReason> reasons)
        : this(field, Distinct(codes, dictionary), Partial(known, codes.Length), reasons)
    {
    }

    internal TextColumn(FieldSchema field, (CellStore Codes, ImmutableArray<string> Dictionary) texts, CellStore? known, IReadOnlyDictionary<int, UnknownReason> reasons)
        : this(field, texts.Codes, known, reasons) => _dictionary = texts.Dictionary;

    internal TextColumn(FieldSchema field, (CellStore Codes, RowIds Texts) encoded, CellStore? known, IReadOnlyDictionary<int, UnknownReason> reasons)
        : this(field, encoded.Codes, known, reasons) => _texts = encoded.Texts;

    private TextColumn(FieldSchema field, CellStore codes, CellStore? known, IReadOnlyDictionary<int, UnknownReason> reasons)
        : base(field, codes, known, reasons) =>
        _codes = new Lazy<FrozenDictionary<string, int>>(() => Dictionary.Select((text, code) => (text, code)).DistinctBy(t => t.text).ToFrozenDictionary(t => t.text, t => t.code, StringComparer.Ordinal));

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

    /// <summary>The code of a text; -1 where no row has it.</summary>
    /// <param name="text">The text.</param>
    internal int CodeOf(string text) => Dictionary.Length <= FewTexts ? Dictionary.IndexOf(text) : _codes.Value.GetValueOrDefault(text, -1);

    private static (CellStore Codes, ImmutableArray<string> Dictionary) Distinct(int[] codes, ImmutableArray<string> dictionary)
    {
        ImmutableArray<string> distinct = [.. dictionary.Distinct(StringComparer.Ordinal)];
        if (distinct.Length == dictionary.Length) return (CellStore.Narrowest(codes), dictionary);
        return (CellStore.Narrowest([.. codes.Select(c => distinct.IndexOf(dictionary[c]))]), distinct);
    }

    private string TextOf(int code) => _texts is null ? _dictionary[code] : _texts[code];
}
