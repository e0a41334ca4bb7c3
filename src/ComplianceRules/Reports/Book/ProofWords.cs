using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Packs;
using ComplianceRules.Proofs;

namespace ComplianceRules.Reports;

/// <summary>Says in words what a pack further in makes of a rule.</summary>
/// <param name="book">The book.</param>
internal sealed class ProofWords(BookContext book)
{
    /// <summary>A comparison in a sentence: the values that differ, the days, the outcome.</summary>
    /// <param name="proof">The comparison.</param>
    /// <param name="pack">The pack further in.</param>
    public string Of(RuleProof proof, RulePack pack)
    {
        string outcome = Outcome(proof);
        string days = Days(proof.Span);
        if (proof.Changes.IsEmpty) return book.Say("proof.rule", outcome, days);
        return book.Say("proof.values", outcome, days, string.Join(book.Say("parameter.join"), proof.Changes.Select(c => Change(c, pack))));
    }

    /// <summary>What the comparison came to.</summary>
    /// <param name="proof">The comparison.</param>
    public string Outcome(RuleProof proof)
    {
        string outcome = book.Say($"outcome.{proof.Comparison.Outcome}");
        return proof.IsRelaxed ? book.Say("proof.allowed", outcome) : outcome;
    }

    private string Days(ProofSpan span)
    {
        bool isOpen = span.Until == DateOnly.MaxValue;
        if (span.From == DateOnly.MinValue) return isOpen ? book.Say("proof.always") : book.Say("proof.to", BookContext.Day(span.Until));
        return isOpen ? book.Say("proof.from", BookContext.Day(span.From)) : book.Say("proof.fromTo", BookContext.Day(span.From), BookContext.Day(span.Until));
    }

    private string Change(ParameterChange change, RulePack pack)
    {
        ParameterSignature? signature = book.BookOf(pack).Definition(change.Parameter)?.Signature;
        string title = book.Words.TitleOf(pack, change.Parameter);
        string name = change.Key is { } key ? book.Say("proof.keyed", title, KeyTitles.Of(book, signature?.By, key)) : title;
        return book.Say("proof.change", name, change.Before ?? book.Say("book.none"), change.After ?? book.Say("book.none"), signature is { Type: { Kind: FieldType.Number, Unit: { } unit } } ? unit.Label(book.Language, book.Catalogue.Schema.Units, isPlural: true) : string.Empty).TrimEnd();
    }
}
