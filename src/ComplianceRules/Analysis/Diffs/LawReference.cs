using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Analysis;

/// <summary>The law that a rule or a value stands on: an instrument, its clause, and what allows it to bind less.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Pack">The id of the pack that has the instrument.</param>
/// <param name="Law">The instrument, as it is cited.</param>
/// <param name="Authority">Who allows it to bind less; null where it is no relaxation.</param>
/// <param name="Allowing">What allows it to bind less; null where it is no relaxation.</param>
internal sealed record LawReference(string Pack, FindingSource Law, LocalText? Authority, LawReference? Allowing)
{
    /// <summary>The law in words.</summary>
    public LocalText Text => Allowing is null ? ChangeTexts.Law(Law) : ChangeTexts.Of(
        ChangeTexts.Law(Law), $"；放宽依据 {Authority!.In(TextLanguage.Chinese)} {Allowing.Text.Chinese}", $"; relaxed by {Authority.In(TextLanguage.English)}, {Allowing.Text.English}");

    /// <summary>The law that is meant in words; where there is none, that.</summary>
    /// <param name="law">The law.</param>
    public static LocalText TextOf(LawReference? law) => law?.Text ?? ChangeTexts.Law(null);

    /// <summary>Whether two references mean one law, whatever else was said of it before; so do two that are not there.</summary>
    public static bool AreSame(LawReference? left, LawReference? right)
    {
        if (left is null || right is null) return left == right;
        (Instrument before, Instrument after) = (left.Law.Instrument, right.Law.Instrument);
        bool isOne = (left.Pack, before.Id) == (right.Pack, after.Id) || before with { Id = after.Id } == after;
        return isOne && left.Law.Clause == right.Law.Clause && left.Authority == right.Authority && AreSame(left.Allowing, right.Allowing);
    }
}
