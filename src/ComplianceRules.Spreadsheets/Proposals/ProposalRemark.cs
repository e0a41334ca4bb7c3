using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>One thing that the author of a mapping should know about a proposal.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Sheet">The sheet; null for the whole.</param>
/// <param name="Key">The name of its text.</param>
/// <param name="Arguments">What the text is filled with.</param>
internal sealed record ProposalRemark(string? Sheet, string Key, ImmutableArray<LocalText> Arguments)
{
    private const string GuessPrefix = "guess.";
    private const string NotFound = "missing.needed";

    /// <summary>Whether somebody should look at it before the mapping is used.</summary>
    public bool IsGuess => Key.StartsWith(GuessPrefix, StringComparison.Ordinal);

    /// <summary>Whether it names a fact that rules need and no column gives.</summary>
    public bool IsNotFound => Key == NotFound;

    /// <summary>What people read.</summary>
    public string Text(TextLanguage language)
    {
        string text = string.Format(CultureInfo.InvariantCulture, RemarkTexts.Of(Key).In(language), [.. Arguments.Select(a => a.In(language))]);
        return Sheet is null ? text : string.Format(CultureInfo.InvariantCulture, RemarkTexts.Of("in").In(language), Sheet, text);
    }
}
