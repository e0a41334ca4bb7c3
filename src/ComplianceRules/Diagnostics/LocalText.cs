namespace ComplianceRules.Diagnostics;

/// <summary>A text in Chinese, in English, or in both.</summary>
/// <remarks>At least one of the two is there, except in <see cref="Empty"/>. Immutable.</remarks>
/// <param name="Chinese">The Chinese text, or null where there is none.</param>
/// <param name="English">The English text, or null where there is none.</param>
public sealed record LocalText(string? Chinese, string? English)
{
    /// <summary>No text in either language.</summary>
    public static LocalText Empty { get; } = new(null, null);

    /// <summary>The text in one language; where it is missing, the other; the empty text where both are.</summary>
    /// <param name="language">The language wished for.</param>
    public string In(TextLanguage language) =>
        (language == TextLanguage.Chinese ? Chinese ?? English : English ?? Chinese) ?? string.Empty;

    /// <summary>One text for both languages: a name, a code or a number.</summary>
    /// <param name="text">The text.</param>
    public static LocalText Same(string text) => new(text, text);

    /// <summary>This text, and in a language that it lacks the other's.</summary>
    /// <param name="other">What fills the gaps; null fills none.</param>
    internal LocalText FilledBy(LocalText? other) => new(Chinese ?? other?.Chinese, English ?? other?.English);
}
