using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>Tries the cells of a column as the values of a field.</summary>
internal static class CellFitter
{
    private static readonly string[] DayFormats = ["yyyyMMdd", "yyyy.M.d", "M/d/yyyy", "d/M/yyyy", "yyyy M d"];
    private static readonly string[] TimeFormats = ["H.mm", "H时mm分", "H点mm分", "H时m分", "H点m分", "HHmm", "H-mm"];

    /// <summary>Tries a column.</summary>
    public static CellFit Fit(FieldSchema field, SampleColumn column)
    {
        string[] cells = [.. column.Seen.Where(c => !(field.Type == FieldType.Bool ? IsUnknownBool(c) : KnownWords.Is("null", c)))];
        CellFit fit = new() { Seen = cells.Length };
        return field.Type switch
        {
            FieldType.Number when field.Name == "grade" => Grades(fit, cells, column.Is("class-id")),
            FieldType.Number => Numbers(fit, field, column.UnitText, cells),
            FieldType.Bool => fit with { Misfits = [.. cells.Where(c => !KnownWords.Is("true", c) && !KnownWords.Is("false", c))] },
            FieldType.Enum => Options(fit, field, cells),
            FieldType.Set => fit with { Misfits = [.. cells.Where(c => new CellReader(field, CellWords.Default).Read(c).Unknown is not null)] },
            FieldType.Date => Formatted(fit, cells, DayFormats, (text, format) => CellDate.TryDay(text, format, out _)),
            FieldType.Time => Formatted(fit, cells, TimeFormats, (text, format) => CellTime.TryRead(text, format, out int minutes) && field.Scale?.Contains(field.Scale.Place(minutes)) != false),
            _ => fit,
        };
    }

    // 无 says no as much as it says nothing; in a column of yes and no it is an answer.
    private static bool IsUnknownBool(string cell) => KnownWords.Is("null", cell) && !KnownWords.Is("false", cell);

    private static CellFit Grades(CellFit fit, string[] cells, bool isClass)
    {
        ImmutableArray<ProposedValue>.Builder values = ImmutableArray.CreateBuilder<ProposedValue>();
        List<string> misfits = [];
        foreach (string cell in cells)
        {
            bool read = isClass ? GradeText.TryReadClass(cell, out int grade) : GradeText.TryRead(cell, out grade, bare: true);
            string number = grade.ToString(CultureInfo.InvariantCulture);
            if (!read) misfits.Add(cell);
            else if (cell != number) values.Add(new ProposedValue(cell, number, true, GradeText.CountsFromJunior(isClass ? cell[..2] : cell)));
        }

        return fit with { Values = values.ToImmutable(), Misfits = [.. misfits] };
    }

    private static CellFit Numbers(CellFit fit, FieldSchema field, string? unitText, string[] cells)
    {
        Unit own = field.Unit ?? Unit.One;
        (Unit unit, CellNumber factor) = (own, CellNumber.One);
        bool wrong = unitText is not null && HeaderUnit.TryRead(unitText, out Unit written) && !HeaderUnit.TryFit(written, own, out unit, out factor);
        bool isOther = !wrong && !unit.Equals(own);
        CellReader grouped = new(field, CellWords.Default) { Format = GroupedNumber.Format };
        CellReader reader = isOther ? grouped.In(unit, factor) : grouped;
        string[] misfits = [.. cells.Where(c => reader.Read(c) is not { Unknown: null } value || !field.Allows(value.Number))];
        return fit with
        {
            HasWrongUnit = wrong,
            Unit = isOther ? unit : null,
            Misfits = [.. misfits],
            Format = cells.Except(misfits).Any(c => c.AsSpan().ContainsAny(GroupedNumber.Commas)) ? GroupedNumber.Format : null,
            LooksLikeShare = own.Equals(Unit.Percent) && cells.Length > 1 && cells.All(IsShare),
        };
    }

    private static bool IsShare(string cell) => FactNumber.TryParse(CellText.Fold(cell), out double number) && number is >= 0 and <= 1;

    private static CellFit Options(CellFit fit, FieldSchema field, string[] cells)
    {
        CellReader reader = new(field, CellWords.Default);
        ImmutableArray<ProposedValue>.Builder values = ImmutableArray.CreateBuilder<ProposedValue>();
        List<string> misfits = [];
        foreach (string cell in cells.Where(c => reader.Read(c).Unknown is not null))
        {
            if (OptionOf(field, cell) is { } option) values.Add(new ProposedValue(cell, option.Key, false, true));
            else misfits.Add(cell);
        }

        return fit with { Values = values.ToImmutable(), Misfits = [.. misfits] };
    }

    // Only where exactly one option's title holds the text, or is held by it.
    private static FieldOption? OptionOf(FieldSchema field, string cell)
    {
        string plain = KnownWords.Plain(cell);
        FieldOption[] equal = [.. field.Options.Where(o => TitlesOf(o).Contains(plain))];
        FieldOption[] near = [.. field.Options.Where(o => TitlesOf(o).Any(t => t.Length > 1 && plain.Length > 1 && (t.Contains(plain, StringComparison.Ordinal) || plain.Contains(t, StringComparison.Ordinal))))];
        return equal.Length == 1 ? equal[0] : near.Length == 1 ? near[0] : null;
    }

    private static string[] TitlesOf(FieldOption option) =>
        [.. new[] { option.Key, option.Title.Chinese, option.Title.English }.OfType<string>().Select(KnownWords.Plain)];

    private static CellFit Formatted(CellFit fit, string[] cells, string[] formats, Func<string, string?, bool> reads)
    {
        string[] Misfits(string? format) => [.. cells.Where(c => !reads(CellText.Fold(c), format))];
        string[] usual = Misfits(null);
        if (usual.Length == 0) return fit;
        string[] whole = [.. formats.Where(f => Misfits(f).Length == 0)];
        // 3/4/2025 is a day in two ways; then only somebody who knows can say.
        return whole.Length is 0 || (whole.Length > 1 && whole.Contains("d/M/yyyy")) ? fit with { Misfits = [.. usual] } : fit with { Format = whole[0] };
    }
}
