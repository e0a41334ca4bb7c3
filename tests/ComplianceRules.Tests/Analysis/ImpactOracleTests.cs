using ComplianceRules.Analysis;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Tests.Engine;
using ComplianceRules.Tests.Engine.Columns;
using ComplianceRules.Tests.Engine.Waiving;

namespace ComplianceRules.Tests.Analysis;

/// <summary>What an impact lists is what two reports disagree on, finding by finding, over made-up packs of every kind and a file of waivers; <c>IMPACT_PAIRS</c> in the environment asks for more.</summary>
public sealed class ImpactOracleTests
{
    private static readonly int Pairs = int.TryParse(Environment.GetEnvironmentVariable("IMPACT_PAIRS"), out int asked) ? asked : 25;

    [Fact]
    public void An_impact_is_the_difference_of_two_reports()
    {
        (int pairs, long moves, int rules, HashSet<(Verdict, Verdict)> kinds) = (0, 0, 0, []);
        Dice.Check(Pairs, dice =>
        {
            PairPacks packs = PairPacks.Make(dice, dice.Between(4, 9));
            Catalogue after = ChangedPacks.Of(dice, packs.Files);
            string json = PairFacts.Json(dice, packs, dice.Of(3, 8, 12), 5);
            (ImpactSide old, ImpactSide now) = Sides(dice, packs.Catalogue, after, json);
            PackImpact impact = PackImpact.Of(old, now, Judged.Day);
            string where = $"seed {dice.Seed}\n{packs.Text}";
            (Side was, Side has) = (new Side(old), new Side(now));
            foreach (string rule in was.Rules.Union(has.Rules).Except(was.Summed).Except(has.Summed))
            {
                rules++;
                Move[] expected = [.. Moves(was, has, rule)];
                Hold(impact, rule, expected, was.IsOfPersons(rule) || has.IsOfPersons(rule), where);
                moves += expected.Length;
                kinds.UnionWith(expected.Select(m => (m.From, m.To)));
            }

            Assert.Equal(impact.Rules.Select(r => r.Rule).Order(StringComparer.Ordinal), impact.Rules.Select(r => r.Rule));
            pairs++;
        });
        Assert.True(moves > pairs && rules > 2 * pairs && kinds.Count > 5, $"{pairs} pairs, {rules} rules, {moves} moves of {kinds.Count} kinds");
    }

    private static (ImpactSide Old, ImpactSide Now) Sides(Dice dice, Catalogue before, Catalogue after, string json)
    {
        (Snapshot old, Snapshot now) = (PairFacts.Read(before.Schema, json), PairFacts.Read(after.Schema, json));
        string waivers = MadeWaivers.Text(dice, before, old);
        (Checked<WaiverFile> was, Checked<WaiverFile> has) = (MadeWaivers.Read(waivers, before), MadeWaivers.Read(waivers, after));
        bool areWaived = was.IsValid && has.IsValid && dice.OneIn(2);
        RunOptions run = new() { Only = dice.OneIn(5) ? RegionCode.Parse("370322") : null, IncludeAll = true, IncludePersonal = true };
        return (new ImpactSide(before, old) { Run = run with { Waivers = areWaived ? was.Value : null } }, new ImpactSide(after, now) { Run = run with { Waivers = areWaived ? has.Value : null } });
    }

    private static void Hold(PackImpact impact, string rule, Move[] expected, bool isOfPersons, string where)
    {
        RuleImpact? found = impact.Rules.SingleOrDefault(r => r.Rule == rule);
        Assert.True((found is null) == (expected.Length == 0), $"{rule}: {found}, not {expected.Length}, {where}");
        if (found is null) return;
        ImpactedRow[] rows = [.. impact.Schools.SelectMany(s => s.Rows).Concat(impact.Others).Where(r => r.Rule == rule)];
        if (isOfPersons)
        {
            Assert.Equal((ShownCount.OfPersons(expected.Length).ToString(), 0, 0), (found.Persons.ToString(), found.Moves.Length, rows.Length));
            return;
        }

        Assert.True(Sorted(expected.Select(m => $"{m.Subject} {m.From} {m.To}")).SequenceEqual(Sorted(rows.Select(r => $"{r.Row} {r.From ?? Verdict.NotApplicable} {r.To ?? Verdict.NotApplicable}"))), $"{rule}, {where}");
        Assert.Equal(Sorted(expected.Select(m => $"{m.Region} {m.From} {m.To}")), Sorted(found.Regions.SelectMany(r => r.Moves.SelectMany(m => Enumerable.Repeat($"{r.Region} {m.From ?? Verdict.NotApplicable} {m.To ?? Verdict.NotApplicable}", (int)m.Rows)))));
        Assert.Equal(Sorted(expected.Select(m => $"{m.From} {m.To}")), Sorted(found.Moves.SelectMany(m => Enumerable.Repeat($"{m.From ?? Verdict.NotApplicable} {m.To ?? Verdict.NotApplicable}", (int)m.Rows))));
        Assert.Equal(Sorted(expected.Where(m => m.School is not null).Select(m => $"{m.School} {m.Subject}")), Sorted(impact.Schools.SelectMany(s => s.Rows.Where(r => r.Rule == rule).Select(r => $"{s.Id} {r.Row}"))));
    }

    private static IEnumerable<Move> Moves(Side was, Side has, string rule)
    {
        foreach (string subject in was.Of(rule).Keys.Union(has.Of(rule).Keys, StringComparer.Ordinal))
        {
            (Verdict from, Verdict to) = (was.Of(rule).GetValueOrDefault(subject, Verdict.NotApplicable), has.Of(rule).GetValueOrDefault(subject, Verdict.NotApplicable));
            if (from != to) yield return new Move(subject, from, to, has.RegionOf(subject), Side.SchoolOf(subject));
        }
    }

    private static string[] Sorted(IEnumerable<string> texts) => [.. texts.Order(StringComparer.Ordinal)];

    private sealed record Move(string Subject, Verdict From, Verdict To, string? Region, string? School);

    /// <summary>What the report of one side says, by rule and subject.</summary>
    private sealed class Side
    {
        private readonly Dictionary<string, Dictionary<string, Verdict>> _verdicts;
        private readonly Snapshot _snapshot;
        private readonly ILookup<string, string> _tables;

        public Side(ImpactSide side)
        {
            _snapshot = side.Snapshot;
            Finding[] findings = [.. Plan.For(side.Catalogue, Judged.Day).Run(side.Snapshot, side.Run with { Engine = JudgingEngine.Reference }).Findings];
            Summed = [.. findings.Where(f => f.Subject is null).Select(f => f.Rule)];
            _tables = side.Catalogue.Rules.ToLookup(r => r.Id, r => r.Rule.Subject, StringComparer.Ordinal);
            _verdicts = findings.Where(f => f.Subject is not null).GroupBy(f => f.Rule, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.ToDictionary(f => f.Subject!.ToString(), f => f.Verdict, StringComparer.Ordinal), StringComparer.Ordinal);
        }

        public IEnumerable<string> Rules => _verdicts.Keys;

        /// <summary>The rules of which one finding stands for many rows.</summary>
        public HashSet<string> Summed { get; }

        public Dictionary<string, Verdict> Of(string rule) => _verdicts.GetValueOrDefault(rule, []);

        public bool IsOfPersons(string rule) => _tables[rule].Any(_snapshot.Schema.IsPersonal);

        public static string? SchoolOf(string subject) => TableOf(subject) is BaseTables.Region or "post" ? null : Top(subject);

        public string? RegionOf(string subject)
        {
            if (TableOf(subject) is BaseTables.Region or "post") return Top(subject);
            FactTable schools = _snapshot.Table(BaseTables.School);
            int school = Enumerable.Range(0, schools.Count).Single(s => schools.Id(s) == Top(subject));
            return schools.Parent(school) is >= 0 and int region ? _snapshot.Table(BaseTables.Region).Id(region) : null;
        }

        private static string TableOf(string subject) => subject[..subject.IndexOf(':', StringComparison.Ordinal)];

        // Ids are those of the rows from the school or the region down.
        private static string Top(string subject) => subject[(subject.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('/')[0];
    }
}
