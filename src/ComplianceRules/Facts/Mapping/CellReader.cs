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

    /// <summary>The unit of the column, which a per cent sign is read by; null where it is the field's.</summary>
    public Unit? Unit { get; init; }

    /// <summary>What certain cells mean; a cell that is not here is read as usual.</summary>
    public FrozenDictionary<string, CellValue> Values { get; init; } = FrozenDictionary<string, CellValue>.Empty;

    /// <summary>How days, times or numbers are written; null for the usual ways.</summary>
    public string? Format { get; init; }

    /// <summary>Whether a cell of digits, with the signs between them that numbers, days and times have, means just that, and an empty cell nothing.</summary>
    public bool TakesDigits => Values.Count == 0 && Format is null && Factor is null && !words.Nulls.Any(w => w.Any(char.IsAsciiDigit));

    /// <summary>Whether every text that is not empty means just itself.</summary>
    public bool TakesTexts => Values.Count == 0 && words.Nulls.All(w => w.Length == 0);

    /// <summary>Which words mean nothing, true and false.</summary>
    public CellWords Words => words;

    /// <summary>The texts that mean one of the field's options, with the option's key; those that mean nothing are left out.</summary>
    public IEnumerable<KeyValuePair<string, string>> KeysByText => _keys.Where(k => !words.IsNull(k.Key) && !Values.ContainsKey(k.Key))
        .Concat(Values.Where(v => v.Value is { Unknown: null, Text: not null }).Select(v => KeyValuePair.Create(v.Key, v.Value.Text!)));

    /// <summary>Reads the same cells as numbers of another unit than the field's, multiplied to be of the field's.</summary>
    /// <param name="unit">The unit of the column.</param>
    /// <param name="factor">The factor from it to the unit of the field.</param>
    public CellReader In(Unit unit, CellNumber factor) => new(field, words) { Values = Values, Format = Format, Unit = unit, Factor = factor == CellNumber.One ? null : factor };

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
            FieldType.Time => CellTime.TryRead(CellText.Fold(cell), Format, out int minutes) ? CellValue.Of((double)minutes) : CellValue.WrongType,
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
        Unit? unit = Unit ?? field.Unit;
        bool percent = cell.EndsWith('%');
        bool hundredth = percent && Unit.One.Equals(unit);
        if (percent && !hundredth && !Unit.Percent.Equals(unit)) return CellValue.WrongType;
        if (!TryDigits(percent ? cell[..^1].TrimEnd() : cell, out double number)) return CellValue.WrongType;
        bool held = (!hundredth || CellNumber.Of(number).TryMultiply(CellNumber.Hundredth, out number))
            && (Factor is not { } factor || CellNumber.Of(number).TryMultiply(factor, out number));
        return held ? CellValue.Of(number) : CellValue.OutOfRange;
    }

    private bool TryDigits(string text, out double number)
    {
        number = 0;
        return Format is null ? FactNumber.TryParse(text, out number) : GroupedNumber.TryUngroup(text, out string plain) && FactNumber.TryParse(plain, out number);
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
