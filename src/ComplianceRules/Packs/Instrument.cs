using ComplianceRules.Diagnostics;

namespace ComplianceRules.Packs;

/// <summary>The text that a rule or a value stands on: a law, a notice, a plan.</summary>
/// <remarks>Immutable. What the source does not give is null, never filled in.</remarks>
/// <param name="Id">The name used in the pack.</param>
/// <param name="Kind">What sort of text it is.</param>
/// <param name="Title">Its title.</param>
/// <param name="Number">Its document number; null where the source gives none.</param>
/// <param name="Issuer">Who issued it; null where the source does not say.</param>
/// <param name="Issued">The day, month or year of issue as written; null where the source gives none.</param>
/// <param name="Effective">The day, month or year from which it is in force, as written; null where the source gives none.</param>
/// <param name="Certainty">How surely the author knows what it says.</param>
public sealed record Instrument(
    string Id, InstrumentKind Kind, LocalText Title, string? Number, LocalText? Issuer, string? Issued, string? Effective, Certainty Certainty)
{
    /// <summary>What its author remarks on it, in whatever language; null where nothing is.</summary>
    public LocalText? Note { get; internal init; }

    // A title within a title stands in single marks, as GB/T 15834 writes it.
    internal string Quoted(TextLanguage language) =>
        language == TextLanguage.Chinese ? $"《{Title.In(language).Replace('《', '〈').Replace('》', '〉')}》" : Title.In(language);
}
