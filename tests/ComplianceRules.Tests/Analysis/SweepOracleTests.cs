using System.Globalization;
using ComplianceRules.Analysis;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Tests.Engine;
using ComplianceRules.Tests.Engine.Columns;
using ComplianceRules.Tests.Engine.Waiving;

namespace ComplianceRules.Tests.Analysis;

/// <summary>Every value of a sweep equals a run of the interpreter, row by row, whose stacks have that value.</summary>
public sealed class SweepOracleTests
{
    private const int Pairs = 80;
    private const int Rewritten = 80;

    private static readonly (string Name, string[] Keys)[] Parameters =
        [("plain", []), ("dated", []), ("pct", []), ("day", []), ("late", []), ("seasonal", []), ("warm", []), ("bykind", ["x", "y", "z", "w"]), ("byschool", ["x", "y"]), ("bystage", ["primary", "junior", "senior"])];

    [Fact]
    public void Every_value_of_a_sweep_counts_as_a_run_with_that_value_in_every_stack()
    {
        (int sweeps, int searched, int rules, long decided) = (0, 0, 0, 0);
        Dice.Check(Pairs, dice =>
        {
            PairPacks packs = PairPacks.Make(dice, dice.Between(4, 12));
            Snapshot snapshot = PairFacts.Read(packs.Catalogue.Schema, PairFacts.Json(dice, packs, dice.Of(1, 4, 12), 6));
            WhatIfRequest request = Request(dice, packs, snapshot);
            Checked<ParameterSweep> sweep = WhatIf.Run(packs.Catalogue, Judged.Day, snapshot, request);
            if (!sweep.IsValid)
            {
                Assert.True(Assert.Single(sweep.Diagnostics).Code is var code && (code == DiagnosticCodes.ParameterNotRead || code == DiagnosticCodes.ParameterHasOtherKeys), $"{code}");
                return;
            }

            sweeps++;
            rules += sweep.Value.Rules.Length;
            searched += Hold(packs, snapshot, request, sweep.Value);
            decided += sweep.Value.Rules.SelectMany(r => r.Counts).Sum(c => c.Compliant + c.NonCompliant);
        });
        Assert.True(sweeps > Pairs / 4 && searched > Pairs / 20 && rules - searched > Pairs / 5 && decided > 10 * Pairs, $"{sweeps} sweeps, {searched} of {rules} rules searched, {decided} rows decided");
    }

    [Fact]
    public void Every_value_of_a_sweep_counts_as_a_run_by_packs_that_give_it()
    {
        (int sweeps, int runs, long waived, HashSet<string> kinds) = (0, 0, 0, new(StringComparer.Ordinal));
        Dice.Check(Rewritten, dice =>
        {
            PairPacks packs = PairPacks.Make(dice, dice.Between(4, 12));
            string json = PairFacts.Json(dice, packs, dice.Of(4, 8, 12), 6);
            Snapshot snapshot = PairFacts.Read(packs.Catalogue.Schema, json);
            string waivers = MadeWaivers.Text(dice, packs.Catalogue, snapshot);
            WhatIfRequest request = Request(dice, packs, snapshot);
            request = request with { Run = request.Run with { Waivers = MadeWaivers.Read(waivers, packs.Catalogue).Value } };
            Checked<ParameterSweep> sweep = WhatIf.Run(packs.Catalogue, Judged.Day, snapshot, request);
            if (!sweep.IsValid) return;
            sweeps++;
            int value = dice.Between(0, sweep.Value.Values.Length - 1);
            if (ChangedPacks.Read(GivenPacks.Of(packs.Files, (request.Parameter, request.Key), sweep.Value.Values[value])) is not { } given) return;
            runs++;
            RunOptions run = request.Run with { Waivers = MadeWaivers.Read(waivers, given).Value };
            using Judgement judgement = Plan.For(given, Judged.Day).Judge(PairFacts.Read(given.Schema, json), run);
            CheckedRule[] inForce = [.. given.Rules.Where(r => r.Rule.Effective.Contains(Judged.Day))];
            foreach (SweptRule rule in sweep.Value.Rules)
            {
                VerdictCounts expected = judgement.CountsOf(Array.FindIndex(inForce, r => r.Id == rule.Rule && r.Pack.Id == rule.Pack));
                Assert.True(expected == rule.Counts[value], $"seed {dice.Seed}, {rule.Rule} at {sweep.Value.Values[value]}: {rule.Counts[value]}, not {expected}\n{packs.Text}");
                waived += expected.Waived;
                kinds.Add(inForce.First(r => r.Id == rule.Rule && r.Pack.Id == rule.Pack).Rule.Kind);
            }
        });
        Assert.True(runs > sweeps / 2 && waived > 0 && kinds.Count > 6, $"{runs} of {sweeps} sweeps, {waived} rows waived, {string.Join(' ', kinds)}");
    }

    private static WhatIfRequest Request(Dice dice, PairPacks packs, Snapshot snapshot)
    {
        (string name, string[] keys) = dice.Of(Parameters);
        (string from, string to, string step) = name switch
        {
            "day" or "warm" => ("2026-08-28", "2026-09-03", "1"),
            "late" => dice.Of(("00:00", "24:30", "70"), ("20:00", "25:00", "30")),
            "pct" => ("0", "100", "12.5"),
            _ => dice.Of(("-1", "4", "0.5"), ("0", "3", "0.1"), ("90", "300", "7"), ("65530", "70001", "1117.25")),
        };
        RunOptions run = new() { IncludePersonal = true, Waivers = dice.OneIn(2) ? MadeWaivers.Of(dice, packs.Catalogue, snapshot) : null, Only = dice.OneIn(6) ? RegionCode.Parse("370322") : null };
        FactTable schools = snapshot.Table(BaseTables.School);
        if (packs.Catalogue.Packs.Packs.Any(p => p.IsTemplate) && schools.Count > 0 && dice.OneIn(2)) run = run with { SchoolPacks = [new SchoolPack("t", schools.Id(0))] };
        return new WhatIfRequest(name, from, to) { Step = step, Key = keys.Length == 0 ? null : dice.Pick(keys), Run = run };
    }

    private static int Hold(PairPacks packs, Snapshot snapshot, WhatIfRequest request, ParameterSweep sweep)
    {
        int searched = 0;
        CheckedRule[] inForce = [.. packs.Catalogue.Rules.Where(r => r.Rule.Effective.Contains(Judged.Day))];
        RowStacks stacks = new(snapshot, new StackBook(packs.Catalogue, Judged.Day), request.Run);
        RunWaivers? waivers = DayWaivers.Of([.. packs.Catalogue.Waivers, .. request.Run.Waivers?.Checked ?? []], Judged.Day) is { } day ? new RunWaivers(day, snapshot, stacks) : null;
        for (int value = 0; value < sweep.Values.Length; value++)
        {
            KeyValuePair<(string Name, string? Key), Value>[] laid = [KeyValuePair.Create((request.Parameter, request.Key), ValueOf(sweep.Values[value]))];
            RuleJudge judge = new(new JudgedFacts(snapshot, null, Judged.Day) { Waivers = waivers }, new RowStacks(stacks, s => s.With(laid)), new RuleFamilies(inForce), CancellationToken.None);
            foreach (SweptRule rule in sweep.Rules)
            {
                CheckedRule checkedRule = inForce.Single(r => r.Id == rule.Rule && r.Pack.Id == rule.Pack);
                VerdictCounts expected = judge.Judge(checkedRule).Counts;
                Assert.True(expected == rule.Counts[value], $"{rule.Rule} at {sweep.Values[value]}: {rule.Counts[value]}, not {expected}\n{packs.Text}");
                if (value == 0 && checkedRule.Form.Holds is ComparisonExpression) searched++;
            }
        }

        return searched;
    }

    private static Value ValueOf(FindingValue value) => value.Type switch
    {
        FieldType.Date => new DateValue(DateOnly.ParseExact(value.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        FieldType.Time => new TimeValue((int.Parse(value.Text[..2], CultureInfo.InvariantCulture) * 60) + int.Parse(value.Text[3..], CultureInfo.InvariantCulture)),
        _ => new NumberValue(Rational.Parse(value.Text)),
    };
}
