using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>Reads the cells of one column as what its field wants, the way people write them.</summary>
/// <remarks>Immutable; may be shared between threads. The cells given are trimmed.</remarks>
/// <param name="field">The field.</param>
/// <param name="words">Which words mean nothing, true and false.</param>
internal sealed class CellReader(FieldSchema field, CellWords words)
{
    private readonly FrozenDictionary<string, string> _keys = KeysByName(field);

    /// <summary>What numbers are multiplied by; null for nothing.</summary>
    public CellNumber? Factor { get; init; }

    /// <summary>What certain cells mean; a cell that is not here is read as usual.</summary>
    public FrozenDictionary<string, CellValue> Values { get; init; } = FrozenDictionary<string, CellValue>.Empty;

    /// <summary>How days or times are written; null for the usual ways.</summary>
    public string? Format { get; init; }

    public CellValue Read(string cell)
    {
        if (Values.TryGetValue(cell, out CellValue value)) return value;
        if (field.Type == FieldType.Bool) return Bool(cell);
        if (words.IsNull(cell)) return CellValue.Absent;
        return field.Type switch
        {
            FieldType.Number => Number(CellText.Fold(cell)),
            FieldType.Enum => _keys.TryGetValue(cell, out string? key) ? CellValue.Of(key) : CellValue.OutOfRange,
            FieldType.Set => Set(cell),
            FieldType.Date => CellDate.TryDay(CellText.Fold(cell), Format, out DateOnly day) ? CellValue.Of(day) : CellValue.WrongType,
            FieldType.Time => CellDate.TryTime(CellText.Fold(cell), Format, out int minutes) ? CellValue.Of((double)minutes) : CellValue.WrongType,
            _ => CellValue.Of(cell),
        };
    }

    private CellValue Bool(string cell)
    {
        string folded = CellText.Fold(cell);
        if (words.True.Contains(folded)) return CellValue.Of(true);
        if (words.False.Contains(folded)) return CellValue.Of(false);
        return words.IsNull(cell) ? CellValue.Absent : CellValue.WrongType;
    }

    private CellValue Number(string cell)
    {
        bool percent = cell.EndsWith('%');
        bool hundredth = percent && Unit.One.Equals(field.Unit);
        if (percent && !hundredth && !Unit.Percent.Equals(field.Unit)) return CellValue.WrongType;
        if (!FactNumber.TryParse(percent ? cell.AsSpan(0, cell.Length - 1).TrimEnd() : cell, out double number)) return CellValue.WrongType;
        bool held = (!hundredth || CellNumber.Of(number).TryMultiply(CellNumber.Hundredth, out number))
            && (Factor is not { } factor || CellNumber.Of(number).TryMultiply(factor, out number));
        return held ? CellValue.Of(number) : CellValue.OutOfRange;
    }

    private CellValue Set(string cell)
    {
        ImmutableArray<string>.Builder keys = ImmutableArray.CreateBuilder<string>();
        foreach (string part in CellList.Of(cell))
        {
            if (Values.TryGetValue(part, out CellValue mapped) && mapped.Unknown is null) keys.AddRange(mapped.Keys);
            else if (_keys.TryGetValue(part, out string? key)) keys.Add(key);
            else return CellValue.OutOfRange;
        }

        return keys.Count == 0 ? CellValue.WrongType : CellValue.Of(keys.ToImmutable());
    }

    // A key comes before a title, and an earlier option before a later one.
    private static FrozenDictionary<string, string> KeysByName(FieldSchema field)
    {
        Dictionary<string, string> keys = new(StringComparer.Ordinal);
        foreach (FieldOption option in field.Options) keys.TryAdd(option.Key, option.Key);
        foreach (FieldOption option in field.Options)
        {
            if (option.Title.Chinese is { } zh) keys.TryAdd(zh, option.Key);
            if (option.Title.English is { } en) keys.TryAdd(en, option.Key);
        }

        return keys.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
