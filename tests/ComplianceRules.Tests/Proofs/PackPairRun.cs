using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Proofs;
using ComplianceRules.Tests.Engine;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Tests.Proofs;

/// <summary>Proves packs further in not to be looser and then judges rows by both, with the engines that judge everything.</summary>
/// <param name="rows">How many classes.</param>
internal sealed class PackPairRun(int rows)
{
    private static readonly DateOnly[] Days = [new(2021, 5, 1), new(2024, 2, 10), new(2024, 7, 10), new(2026, 9, 1)];

    /// <summary>How often which outcome was told.</summary>
    public Dictionary<ProofOutcome, int> Told { get; } = [];

    /// <summary>How many packs were judged, how many rules and days of them, and how many rows were refused by both.</summary>
    public (int Packs, int Rules, long Refused) Judged { get; private set; }

    /// <summary>What contradicts a proof; null where nothing does.</summary>
    /// <param name="dice">Chooses the packs.</param>
    public string? Hold(Dice dice)
    {
        MadePacks packs = MadePacks.Of(dice);
        PackSet nation = Read(packs.Nation);
        if (!PackChecker.Check(nation).IsValid) throw new InvalidOperationException($"{packs}\n{string.Join('\n', PackChecker.Check(nation).Diagnostics)}");
        foreach (RuleProof proof in PackChecker.Prove(Read(packs.Nation, packs.County)))
        {
            Told[proof.Comparison.Outcome] = Told.GetValueOrDefault(proof.Comparison.Outcome) + 1;
            if (proof.Comparison.Outcome is ProofOutcome.Looser or ProofOutcome.Incomparable == (proof.Comparison.Witness is null)) return $"{proof}\n{packs}";
        }

        return Kept(packs) is { } kept && Fault(nation, Read(kept.Nation, kept.County)) is { } fault ? $"{fault}\n{kept}" : null;
    }

    // Without what was refused there is a county to judge by.
    private static MadePacks? Kept(MadePacks packs)
    {
        for (int i = 0; i < 8; i++)
        {
            PackSet both = Read(packs.Nation, packs.County);
            Checked<Catalogue> read = PackChecker.Check(both);
            if (read.IsValid) return packs;
            RuleProof[] open = [.. PackChecker.Prove(both).Where(p => !p.Comparison.IsNotLooser)];
            string[] replaced = [.. open.Select(p => p.Replacement).OfType<string>()];
            MadePacks rest = packs with { Own = packs.Own.RemoveAll(r => replaced.Contains($"b/{r.Id}")) };
            if (rest.Own.Length == packs.Own.Length) rest = rest with { Values = rest.Values.RemoveRange(open.SelectMany(p => p.Changes).Select(c => c.Parameter).Concat(read.Diagnostics.Where(d => d.Code == DiagnosticCodes.LooserValue || d.Code.Number is < 3200 or > 3300).SelectMany(_ => rest.Values.Keys))) };
            if (rest.Own.Length == packs.Own.Length && rest.Values.Count == packs.Values.Count) rest = rest with { Own = rest.Own.RemoveAll(_ => true) };
            packs = rest;
        }

        return null;
    }

    private string? Fault(PackSet nation, PackSet both)
    {
        (Catalogue outer, Catalogue inner) = (PackChecker.Check(nation).Value, PackChecker.Check(both).Value);
        RuleProof[] proofs = [.. PackChecker.Prove(both)];
        (Snapshot before, Snapshot after) = (MadePacks.Rows(outer.Schema, 17, rows), MadePacks.Rows(inner.Schema, 17, rows));
        Judged = Judged with { Packs = Judged.Packs + 1 };
        foreach (DateOnly day in Days)
        {
            using Judgement further = Plan.For(outer, day).Judge(before);
            using Judgement nearer = Plan.For(inner, day).Judge(after);
            foreach (CheckedRule rule in outer.Rules.Where(r => r.Rule.Effective.Contains(day)))
            {
                CheckedRule own = inner.Rules.Where(r => r.Id == rule.FullId && r.Rule.Effective.Contains(day)).OrderBy(r => r.Pack.Id == "b").Last();
                bool isEqual = proofs.Where(p => p.Rule == rule.FullId && p.Span.From <= day && p.Span.Until >= day).ToArray() is { Length: > 0 } of && Array.TrueForAll(of, p => p.Comparison.Outcome == ProofOutcome.Equal);
                long refused = Judged.Refused;
                int lost = Compare(further, further.Rules.IndexOf(rule.FullId), nearer, nearer.Rules.IndexOf(own.FullId), before.Table(rule.Rule.Subject).Count, isEqual);
                if (lost >= 0) return $"{day:O}: {rule.FullId} and {own.FullId} on {rule.Rule.Subject} {lost}, equal {isEqual}";
                // What no row can break weighs nothing.
                if (Judged.Refused > refused && Weigh(outer, rule, day) is var (severity, binding) && Weigh(inner, own, day) is var (ownSeverity, ownBinding) && (ownSeverity < severity || ownBinding > binding)) return $"{day:O}: {own.FullId} weighs less than {rule.FullId}: {ownSeverity}, {severity}";
            }
        }

        return null;
    }

    private static (Severity Severity, Binding Binding) Weigh(Catalogue catalogue, CheckedRule rule, DateOnly day) => (RuleSeverity.Of(catalogue.Rules.Single(r => r.FullId == rule.FullId), day).Severity, rule.Rule.Binding);

    private int Compare(Judgement further, int outer, Judgement nearer, int inner, int count, bool isEqual)
    {
        for (int row = 0; row < count; row++)
        {
            (bool before, bool after) = (further.VerdictOf(outer, row) == Verdict.NonCompliant, nearer.VerdictOf(inner, row) == Verdict.NonCompliant);
            if ((before && !after) || (isEqual && before != after)) return row;
            if (before) Judged = Judged with { Refused = Judged.Refused + 1 };
        }

        Judged = Judged with { Rules = Judged.Rules + 1 };
        return -1;
    }

    private static PackSet Read(params string[] packs)
    {
        using TempPacks folder = new();
        for (int i = 0; i < packs.Length; i++) folder.With($"{i}/pack.json", packs[i]);
        return PackReader.ReadDirectory(folder.Path).Value;
    }
}
