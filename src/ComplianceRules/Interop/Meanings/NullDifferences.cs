using ComplianceRules.Diagnostics;

namespace ComplianceRules.Interop;

/// <summary>Finds for each fact of a rule whether RulesEngine says something else than the rule does when that fact alone is missing.</summary>
internal static class NullDifferences
{
    // A rule of more facts than anybody reads costs their number times its length.
    private const int MostFacts = 64;

    private static readonly (Outcome Outcome, string There, string Here)[] Words =
    [
        (Outcome.True, "true", "true"), (Outcome.False, "false", "false"), (Outcome.Missing, "either", "undetermined"), (Outcome.Fails, "fails", "fails"),
    ];

    /// <summary>One warning a fact for which the two differ.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="place">Where it stands.</param>
    public static IEnumerable<Diagnostic> Of(Meaning rule, SourceSpan place)
    {
        foreach (string fact in MeaningFacts.Of(rule).Take(MostFacts))
        {
            MeaningThere asked = new(fact);
            Outcome there = asked.OfRule(rule);
            Outcome here = new MeaningHere(fact).Of(rule);
            // Where both may be either, a failure that does not show may still be what one of them says and the other not.
            bool mayDiffer = there != here || (asked.HidesFailure && there == Outcome.Either);
            if (mayDiffer) yield return new Diagnostic(DiagnosticCodes.NullDiffers, place, fact, Said(there, w => w.There), Said(here, w => w.Here));
        }
    }

    private static string Said(Outcome outcome, Func<(Outcome Outcome, string There, string Here), string> word) => string.Join(" / ", Words.Where(w => outcome.HasFlag(w.Outcome)).Select(word));
}
