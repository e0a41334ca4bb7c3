using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>What one cell of a table holds.</summary>
/// <param name="Text">The text as people would write it, trimmed.</param>
/// <param name="Fault">What is wrong with it.</param>
internal readonly record struct CellContent(string? Text, CellFault Fault = CellFault.None)
{
    public string Text { get; } = Text ?? string.Empty;

    /// <summary>The words that its format shows behind a number; null for none.</summary>
    public string? Words { get; init; }

    /// <summary>Whether it is longer than a record may be, so that only a part is here.</summary>
    public bool IsCut { get; init; }

    /// <summary>Whether it has a formula whose value was never worked out.</summary>
    public bool IsUncalculated { get; init; }

    /// <summary>Whether it spans several rows.</summary>
    public bool SpansRows { get; init; }

    /// <summary>Whether it spans several columns.</summary>
    public bool SpansColumns { get; init; }

    /// <summary>Whether it only repeats the cell above or before that it is merged with.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>What is wrong with it where it is to be a number of its own record.</summary>
    public CellFault FaultAsNumber => Fault == CellFault.None && SpansRows && Text.Any(char.IsDigit) ? CellFault.MergedNumber : Fault;

    public bool IsEmpty => string.IsNullOrEmpty(Text);

    public static CellContent Of(string text, bool isCut = false) => new(text.Trim()) { IsCut = isCut };

    public static CellContent Error(string text) => new(text.Trim(), CellFault.Error);
}
