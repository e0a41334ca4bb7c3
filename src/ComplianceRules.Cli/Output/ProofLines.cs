using System.Globalization;
using ComplianceRules.Proofs;

namespace ComplianceRules.Cli.Output;

/// <summary>Comparisons of rules as people read them: one a line, with the row that shows it below.</summary>
internal static class ProofLines
{
    private const string Indent = "    ";

    public static void Write(IReadOnlyCollection<RuleProof> proofs, Session session)
    {
        TextWriter output = session.Terminal.Out;
        foreach (RuleProof proof in proofs)
        {
            string what = proof.Replacement is { } replacement ? session.Words.ReplacedBy(replacement) : string.Join(", ", proof.Changes.Select(c => c.Text));
            string outcome = session.Words.Of(proof.Comparison.Outcome) + (proof.IsRelaxed ? session.Words.AllowedByLaw : string.Empty);
            output.WriteLine(Printable.Of(session.Words.Proved(proof.Pack, proof.Rule, proof.Span.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), outcome, what)));
            if (proof.Comparison.Witness is { } witness) output.WriteLine(Printable.Of(Indent + witness.Text));
            else if (proof.Comparison.Term is { } term) output.WriteLine(Printable.Of(Indent + session.Words.NotFollowed(term)));
        }

        int open = proofs.Count(p => !p.Comparison.IsNotLooser && !p.IsRelaxed);
        output.WriteLine(session.Words.ProofCount(proofs.Count, open));
    }
}
