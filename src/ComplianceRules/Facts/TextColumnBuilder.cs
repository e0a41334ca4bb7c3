namespace ComplianceRules.Facts;

/// <summary>The texts or enum keys of a field, each distinct one kept once.</summary>
/// <param name="field">The field.</param>
internal sealed class TextColumnBuilder(FieldSchema field) : ColumnBuilder(field)
{
    private readonly GrowingList<int> _codes = new();
    private readonly Dictionary<string, int> _codeOf = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];

    /// <summary>The text of a row; null where it is not known.</summary>
    public string? this[int row] => IsKnown(row) ? _texts[_codes[row]] : null;

    public void Set(int row, string text)
    {
        if (!_codeOf.TryGetValue(text, out int code))
        {
            code = _texts.Count;
            _codeOf.Add(text, code);
            _texts.Add(text);
        }

        _codes.Put(row, code);
        SetKnown(row);
    }

    public override void SetUnknown(int row, UnknownReason reason)
    {
        _codes.Put(row, 0);
        base.SetUnknown(row, reason);
    }

    protected override FactColumn Make(ReadOnlySpan<int> order, ulong[] known, IReadOnlyDictionary<int, UnknownReason> reasons)
    {
        int[] codes = new int[order.Length];
        for (int row = 0; row < codes.Length; row++) codes[row] = _codes[order[row]];
        return new TextColumn(Field, codes, [.. _texts], known, reasons);
    }
}
