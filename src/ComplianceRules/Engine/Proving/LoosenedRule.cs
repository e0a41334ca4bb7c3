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
    /// <param name="at">The rules and values that were compared.</param>
    public static Diagnostic Diagnostic(RuleProof proof, ProvedPlace at)
    {
        string day = proof.Span.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string shown = proof.Comparison.Witness?.Text ?? proof.Comparison.Term ?? proof.Rule;
        (string instrument, string place) = (at.Outer.Rule.Source.Instrument, at.Outer.Rule.Place.ToString());
        if (proof.Replacement is not null)
            return new Diagnostic(OfReplacement(proof, at), at.Inner.Rule.Overrides!.Place, proof.Pack, proof.Rule, at.Inner.FullId, day, shown, at.Inner.Rule.Source.Instrument, instrument, place);
        ParameterEntry? own = at.After.Own([.. proof.Changes.Select(c => c.Parameter).Distinct(StringComparer.Ordinal)], proof.Span.From).FirstOrDefault();
        CheckedRule? part = at.Standing.Innermost(proof.Rule).FirstOrDefault();
        string changes = string.Join(", ", proof.Changes.Select(c => c.Text).Concat(at.Replaced));
        SourceSpan written = own?.Written.Place ?? part?.Rule.Overrides?.Place ?? at.Inner.Rule.Place;
        string source = own?.Written.Source?.Instrument ?? (own is null ? part?.Rule.Source.Instrument : null) ?? "-";
        return new Diagnostic(at.WeighsLess ? DiagnosticCodes.PartWeighsLess : OfValues(proof), written, proof.Pack, proof.Rule, changes, day, shown, source, instrument, place);
    }

    private static DiagnosticCode OfValues(RuleProof proof) => proof.Comparison.Outcome switch
    {
        ProofOutcome.Looser => DiagnosticCodes.LoosenedByValues,
        ProofOutcome.Incomparable => DiagnosticCodes.IncomparableByValues,
        _ => DiagnosticCodes.UncertainByValues,
    };

    private static DiagnosticCode OfReplacement(RuleProof proof, ProvedPlace at) => proof.Comparison.Outcome switch
    {
        ProofOutcome.Looser or ProofOutcome.Incomparable when at.Inner.Rule.Binding > at.Outer.Rule.Binding => DiagnosticCodes.ReplacementBindsLess,
        ProofOutcome.Looser or ProofOutcome.Incomparable when at.WeighsLess => DiagnosticCodes.ReplacementWeighsLess,
        ProofOutcome.Looser => DiagnosticCodes.ReplacementLooser,
        ProofOutcome.Incomparable => DiagnosticCodes.ReplacementIncomparable,
        _ => DiagnosticCodes.ReplacementUncertain,
    };
}
