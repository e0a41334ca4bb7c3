using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Tests.Engine.Columns;

namespace ComplianceRules.Tests.Engine.Correcting;

/// <summary>Applies the corrections of random findings of random packs, judges again, and tries every cheaper change where there are few.</summary>
internal sealed class CorrectionRun
{
    private const int MostCheaper = 250;
    private const decimal TriedWhereNothingHelps = 3;

    // The kind that a favoured number makes.
    private static readonly string[] Favoured =
    [
        "require", "require", "forbid", "share", "share", "limit", "composite", "limit", "limit", "limit", "consistency", "bands", "k-of", "balance", "sequence", "frequency",
    ];

    /// <summary>The kinds of rules.</summary>
    public static IEnumerable<string> AllKinds => Favoured.Distinct().Order(StringComparer.Ordinal);

    /// <summary>What was met, by kind of rule.</summary>
    public SortedDictionary<string, CorrectionTally> Kinds { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether enough was met of a kind.</summary>
    public bool HasEnough(string kind, int wanted) => Kinds.GetValueOrDefault(kind)?.Findings >= wanted;

    /// <summary>What is wrong first; null where nothing is. A seed whose kind of rules was met often enough is passed over.</summary>
    /// <param name="seed">What packs and facts follow from.</param>
    /// <param name="wanted">How many findings of a kind are looked at.</param>
    public string? Hold(int seed, int wanted)
    {
        if (HasEnough(Favoured[seed % PairRules.Kinds], wanted)) return null;
        Dice dice = new(seed);
        PairPacks packs = PairPacks.Make(dice, dice.Between(2, 5), seed % PairRules.Kinds);
        Plan plan = Plan.For(packs.Catalogue, Judged.Day);
        for (int i = 0; i < 3; i++)
        {
            string json = PairFacts.Json(dice, packs, dice.Of(1, 2), dice.Of(2, 4));
            Snapshot snapshot = PairFacts.Read(packs.Catalogue.Schema, json);
            if (Hold(packs.Catalogue, plan, snapshot, wanted) is { } fault) return $"seed {seed}, snapshot {i}: {fault}\n{packs.Text}\n{json}";
        }

        return null;
    }

    private string? Hold(Catalogue catalogue, Plan plan, Snapshot snapshot, int wanted)
    {
        RunOptions options = new() { Corrections = true, IncludePersonal = true, Threads = 1 };
        VerdictMap before = new(plan, snapshot, options);
        foreach (Finding finding in plan.Run(snapshot, options).Findings)
        {
            if (finding.Verdict == Verdict.Undetermined && finding.Correction is not { Kind: CorrectionKind.Collect, Changes.IsEmpty: true }) return $"{finding.Rule} on {finding.Subject} is to be collected";
            if (finding.Verdict != Verdict.NonCompliant) continue;
            CheckedRule rule = catalogue.Rules.First(r => r.Pack.Id == finding.Pack && r.Id == finding.Rule);
            CorrectionTally tally = Kinds.TryGetValue(rule.Rule.Kind, out CorrectionTally? known) ? known : Kinds[rule.Rule.Kind] = new CorrectionTally();
            if (tally.Findings >= wanted) continue;
            tally.Findings++;
            tally.Count(finding.Correction!.Kind);
            Subject subject = finding.Subject!;
            CheaperChanges cheaper = new(snapshot, CheaperChanges.CellsOf(catalogue, rule, snapshot, subject));
            string? fault = finding.Correction.Changes.IsEmpty ? null : Applied(finding, plan, snapshot, options, before);
            if (fault is null && subject.Table != BaseTables.Region) fault = Cheaper(finding, plan, options, before, cheaper, tally);
            if (fault is not null) return $"{finding.Rule} ({rule.Rule.Kind}) on {subject}: {finding.Correction.Kind} {finding.Correction.Cost}, {finding.Correction.Message.In(TextLanguage.English)}: {fault}";
        }

        return null;
    }

    private static string? Applied(Finding finding, Plan plan, Snapshot snapshot, RunOptions options, VerdictMap before)
    {
        VerdictMap after = new(plan, AppliedChanges.To(snapshot, finding.Correction!.Changes), options);
        if (after.Of(finding.Rule, finding.Subject!.ToString()) is var verdict and not Verdict.Compliant) return $"the correction makes it {verdict}";
        return after.WorseThan(before).FirstOrDefault() is { } worse ? $"the correction breaks {worse}" : null;
    }

    private static string? Cheaper(Finding finding, Plan plan, RunOptions options, VerdictMap before, CheaperChanges changes, CorrectionTally tally)
    {
        if (finding.Correction!.Kind == CorrectionKind.Sufficient) return null;
        if (changes.Below(finding.Correction.Cost ?? TriedWhereNothingHelps, MostCheaper) is not { Count: > 0 } cheaper) return null;
        tally.Tried++;
        foreach (List<(FactTable Table, int Row, FieldSchema Field, string Value)> change in cheaper)
        {
            VerdictMap after = new(plan, changes.With(change), options);
            if (after.Of(finding.Rule, finding.Subject!.ToString()) != Verdict.Compliant || after.WorseThan(before).Any()) continue;
            return $"cheaper: {string.Join(", ", change.Select(c => $"{c.Table.Schema.Name}:{c.Table.Key(c.Row)}.{c.Field.Name} = {c.Value}"))}";
        }

        return null;
    }
}
