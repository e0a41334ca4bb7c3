using System.Globalization;
using ComplianceRules.Analysis;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Tests.Engine;
using ComplianceRules.Tests.Engine.Columns;

namespace ComplianceRules.Tests.Analysis;

/// <summary>Every value of a sweep equals a run of the interpreter, row by row, whose stacks have that value.</summary>
public sealed class SweepOracleTests
{
    private const int Pairs = 150;

    private static readonly (string Name, string[] Keys)[] Parameters =
        [("plain", []), ("dated", []), ("pct", []), ("day", []), ("late", []), ("bykind", ["x", "y", "z", "w"]), ("byschool", ["x", "y"]), ("bystage", ["primary", "junior", "senior"])];

    [Fact]
    public void Every_value_of_a_sweep_counts_as_a_run_with_that_value_in_every_stack()
    {
        (int sweeps, int searched, int rules, long decided) = (0, 0, 0, 0);
        Dice.Check(Pairs, dice =>
        {
            PairPacks packs = PairPacks.Make(dice, dice.Between(4, 12));
            Snapshot snapshot = PairFacts.Read(packs.Catalogue.Schema, PairFacts.Json(dice, packs, dice.Of(1, 4, 12), 6));
            WhatIfRequest request = Request(dice, snapshot, packs.Catalogue.Packs.Packs.Any(p => p.IsTemplate));
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
        Assert.True(sweeps > Pairs / 3 && searched > Pairs / 20 && rules - searched > Pairs / 5 && decided > 10 * Pairs, $"{sweeps} sweeps, {searched} of {rules} rules searched, {decided} rows decided");
    }

    private static WhatIfRequest Request(Dice dice, Snapshot snapshot, bool hasTemplate)
    {
        (string name, string[] keys) = dice.Of(Parameters);
        (string from, string to, string step) = name switch
        {
            "day" => ("2026-08-28", "2026-09-03", "1"),
            "late" => dice.Of(("00:00", "24:30", "70"), ("20:00", "25:00", "30")),
            "pct" => ("0", "100", "12.5"),
            _ => dice.Of(("-1", "4", "0.5"), ("0", "3", "0.1"), ("90", "300", "7"), ("65530", "70001", "1117.25")),
        };
        RunOptions run = new() { IncludePersonal = true, Only = dice.OneIn(6) ? RegionCode.Parse("370322") : null };
        FactTable schools = snapshot.Table(BaseTables.School);
        if (hasTemplate && schools.Count > 0 && dice.OneIn(2)) run = run with { SchoolPacks = [new SchoolPack("t", schools.Id(0))] };
        return new WhatIfRequest(name, from, to) { Step = step, Key = keys.Length == 0 ? null : dice.Pick(keys), Run = run };
    }

    private static int Hold(PairPacks packs, Snapshot snapshot, WhatIfRequest request, ParameterSweep sweep)
    {
        int searched = 0;
        CheckedRule[] inForce = [.. packs.Catalogue.Rules.Where(r => r.Rule.Effective.Contains(Judged.Day))];
        RowStacks stacks = new(snapshot, new StackBook(packs.Catalogue, Judged.Day), request.Run);
        for (int value = 0; value < sweep.Values.Length; value++)
        {
            KeyValuePair<(string Name, string? Key), Value>[] laid = [KeyValuePair.Create((request.Parameter, request.Key), ValueOf(sweep.Values[value]))];
            RuleJudge judge = new(new JudgedFacts(snapshot, null, Judged.Day), new RowStacks(stacks, s => s.With(laid)), new RuleFamilies(inForce), CancellationToken.None);
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
