namespace ComplianceRules.Facts;

/// <summary>Enums by their keys and titles.</summary>
internal sealed class DirectEnum : DirectCell
{
    private const int MostTexts = 32;

    private readonly EnumColumnBuilder _options;
    private readonly TextCodes _codes;

    public DirectEnum(int column, EnumColumnBuilder options, CellReader reader)
        : base(column)
    {
        _options = options;
        // Keys come first, so that the many texts of a long list cost its keys nothing.
        _codes = new TextCodes(reader.KeysByText.Select(k => (k.Key, Option: options.Field.OptionAt(k.Value)))
            .OrderBy(t => options.Field.HasOption(t.Key) ? 0 : 1).ThenBy(t => t.Option).Take(MostTexts));
    }

    public override bool TrySet(int row, ReadOnlySpan<byte> cell) =>
        cell.IsEmpty || (_codes.Find(cell) is >= 0 and int option && _options.SetCode(row, option));

    public override ulong SetRun(CellRun run)
    {
        Span<int> codes = run.Batch.Scratch.Values;
        ulong others = _codes.FindRun(run, Column, codes, out ulong known);
        _options.PutRun(run.Row, codes[..run.Count], known);
        return others;
    }
}
