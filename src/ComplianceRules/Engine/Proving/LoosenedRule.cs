using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Packs;
using ComplianceRules.Proofs;

namespace ComplianceRules.Engine;

/// <summary>Says of a rule that is loosened, or of which that cannot be told, by whom, on which sources and which row shows it.</summary>
internal static class LoosenedRule
{
    /// <summary>The diagnostic.</summary>
    /// <param name="proof">What was found.</param>
    /// <param name="outer">The rule further out.</param>
    /// <param name="inner">The rule that stands in its place; the same where only values change.</param>
    /// <param name="values">The values in force.</param>
    public static Diagnostic Diagnostic(RuleProof proof, CheckedRule outer, CheckedRule inner, FoldedValues values)
    {
        string day = proof.Span.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string shown = proof.Comparison.Witness?.Text ?? proof.Comparison.Term ?? proof.Rule;
        (string instrument, string place) = (outer.Rule.Source.Instrument, outer.Rule.Place.ToString());
        if (proof.Replacement is not null)
            return new Diagnostic(OfReplacement(proof, outer, inner), inner.Rule.Overrides!.Place, proof.Pack, proof.Rule, inner.FullId, day, shown, inner.Rule.Source.Instrument, instrument, place);
        ParameterEntry? own = values.Own([.. proof.Changes.Select(c => c.Parameter).Distinct(StringComparer.Ordinal)], proof.Span.From).FirstOrDefault();
        string changes = string.Join(", ", proof.Changes.Select(c => c.Text));
        return new Diagnostic(OfValues(proof), own?.Written.Place ?? inner.Rule.Place, proof.Pack, proof.Rule, changes, day, shown, own?.Written.Source?.Instrument ?? "-", instrument, place);
    }

    private static DiagnosticCode OfValues(RuleProof proof) => proof.Comparison.Outcome switch
    {
        ProofOutcome.Looser => DiagnosticCodes.LoosenedByValues,
        ProofOutcome.Incomparable => DiagnosticCodes.IncomparableByValues,
        _ => DiagnosticCodes.UncertainByValues,
    };

    private static DiagnosticCode OfReplacement(RuleProof proof, CheckedRule outer, CheckedRule inner) => proof.Comparison.Outcome switch
    {
        ProofOutcome.Looser or ProofOutcome.Incomparable when inner.Rule.Binding > outer.Rule.Binding => DiagnosticCodes.ReplacementBindsLess,
        ProofOutcome.Looser => DiagnosticCodes.ReplacementLooser,
        ProofOutcome.Incomparable => DiagnosticCodes.ReplacementIncomparable,
        _ => DiagnosticCodes.ReplacementUncertain,
    };
}
