using System.Globalization;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Cli.Output;

/// <summary>The law behind a rule or a value on one line: the document, since when, and how surely it is known.</summary>
internal static class LawText
{
    public static string Of(FindingSource source, Words words)
    {
        string citation = source.Citation(words.Language);
        string dated = source.Since is { } since ? words.Since(citation, since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : citation;
        return source.Instrument.Certainty switch
        {
            Certainty.Unverified => words.Unverified(dated),
            Certainty.Mixed => words.VerifiedInPart(dated),
            _ => dated,
        };
    }
}
