using System.Diagnostics.CodeAnalysis;

namespace ComplianceRules.Facts;

/// <summary>The code of a place: CN, a GB/T 2260 code, or segments joined by <c>-</c> that begin with an ISO 3166-1 code.</summary>
/// <remarks>Immutable. The ancestors of 370322 are 370300, 370000 and CN; those of US-NY-NYC are US-NY and US. Digits longer than six go on by three: 370322100 is below 370322.</remarks>
public readonly record struct RegionCode
{
    private const string China = "CN";

    private readonly string? _text;

    private RegionCode(string text) => _text = text;

    /// <summary>The code as it is written.</summary>
    public string Text => _text ?? string.Empty;

    /// <summary>The level that a code has by its form: nation, province, city or county.</summary>
    public string Level => this switch
    {
        { IsDigits: true } when Text.Length == 6 && Text.EndsWith("0000", StringComparison.Ordinal) => "province",
        { IsDigits: true } when Text.Length == 6 && Text.EndsWith("00", StringComparison.Ordinal) => "city",
        { IsDigits: true } => "county",
        _ => Text.Count(c => c == '-') switch { 0 => "nation", 1 => "province", 2 => "city", _ => "county" },
    };

    /// <summary>The code directly above; null for a nation.</summary>
    public RegionCode? Parent => this switch
    {
        { IsDigits: false } => Text.LastIndexOf('-') is > 0 and int dash ? new RegionCode(Text[..dash]) : null,
        _ when Text.Length > 6 => new RegionCode(Text[..^3]),
        _ when Text.EndsWith("0000", StringComparison.Ordinal) => new RegionCode(China),
        _ when Text.EndsWith("00", StringComparison.Ordinal) => new RegionCode(string.Concat(Text.AsSpan(0, 2), "0000")),
        _ => new RegionCode(string.Concat(Text.AsSpan(0, 4), "00")),
    };

    private bool IsDigits => Text.Length > 0 && char.IsAsciiDigit(Text[0]);

    /// <summary>Reads a code.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">The text is no region code.</exception>
    public static RegionCode Parse(string text) => TryParse(text, out RegionCode code) ? code : throw new FormatException($"`{text}` is no region code");

    /// <summary>Reads a code.</summary>
    /// <param name="text">The text; null is no code.</param>
    /// <param name="code">The code.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out RegionCode code)
    {
        code = default;
        if (text is null || !(IsChinese(text) || IsSegments(text))) return false;
        code = new RegionCode(text);
        return true;
    }

    /// <summary>The code itself and everything above it, nearest first.</summary>
    public IEnumerable<RegionCode> SelfAndAncestors()
    {
        for (RegionCode? at = this; at is { } code; at = code.Parent) yield return code;
    }

    /// <summary>Whether this code is another or lies above it.</summary>
    /// <param name="other">The code that may lie below.</param>
    public bool Contains(RegionCode other)
    {
        RegionCode self = this;
        return other.SelfAndAncestors().Any(c => c == self);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static bool IsChinese(string text) =>
        text.Length is 6 or 9 or 12 && text.All(char.IsAsciiDigit) && text[0] != '0';

    private static bool IsSegments(string text)
    {
        string[] segments = text.Split('-');
        bool nation = segments[0].Length == 2 && segments[0].All(char.IsAsciiLetterUpper);
        bool belowChina = segments[0] == China && segments.Length > 1;
        return nation && !belowChina && segments.Skip(1).All(s => s.Length is > 0 and <= 12 && s.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)));
    }
}
