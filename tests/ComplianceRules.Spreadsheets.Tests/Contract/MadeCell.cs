using System.Globalization;

namespace ComplianceRules.Spreadsheets.Tests.Contract;

/// <summary>One cell as a person or a program put it there, and what it can mean.</summary>
/// <param name="Text">What stands there, as text.</param>
/// <param name="Kind">What kind of thing stands there, for the sources that tell kinds apart.</param>
internal sealed record MadeCell(string Text, MadeKind Kind)
{
    /// <summary>The one value that the cell may become, as a number or text of the snapshot; null where it must stay unknown.</summary>
    public object? Meaning { get; init; }

    public static MadeCell Blank { get; } = new(string.Empty, MadeKind.Blank);

    public static MadeCell Of(string text) => new(text, MadeKind.Text) { Meaning = text };

    public static MadeCell Of(double number) => new(number.ToString(CultureInfo.InvariantCulture), MadeKind.Number) { Meaning = number };

    /// <summary>A text that somebody typed where a value of another type was meant.</summary>
    public static MadeCell Typed(string text, object? meaning) => new(text, MadeKind.Text) { Meaning = meaning };
}
