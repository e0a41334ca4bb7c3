using ComplianceRules.Proofs;

namespace ComplianceRules.Cli.Texts;

/// <content>What packs further in make of rules further out.</content>
internal sealed partial class Words
{
    public string AllowedByLaw => Say();

    public string NoSuchPack(string pack) => Say([pack]);

    public string Proved(string pack, string rule, string day, string outcome, string what) => Say([pack, rule, day, outcome, what]);

    public string ReplacedBy(string rule) => Say([rule]);

    public string NotFollowed(string term) => Say([term]);

    public string ProofCount(int all, int open) => Say([Count(all), Count(open)]);

    public string Of(ProofOutcome outcome) => Say($"outcome.{outcome}");
}
