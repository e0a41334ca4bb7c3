using System.Linq.Expressions;
using ComplianceRules.Findings;
using RulesEngine.Models;

namespace ComplianceRules.Benchmarks.Peers;

/// <summary>The forty rules as workflows of RulesEngine: a rule for each verdict that is not compliant, asked row by row, or once of a whole array.</summary>
internal sealed class RulesEnginePeer
{
    private const string OfClasses = "classes";
    private const string OfSchools = "schools";
    private const string Row = "input1";
    private const string Item = "row";

    private readonly LinqFacts _facts;
    private readonly PeerCounts _counts = new();
    private readonly global::RulesEngine.RulesEngine _plain;
    private readonly global::RulesEngine.RulesEngine _tuned;
    private readonly global::RulesEngine.RulesEngine _wholeClasses;
    private readonly global::RulesEngine.RulesEngine _wholeSchools;

    public RulesEnginePeer(LinqFacts facts)
    {
        _facts = facts;
        Workflow[] byRow = [Workflow(OfClasses, LinqRules.OfClasses(), 0, ByRow), Workflow(OfSchools, LinqRules.OfSchools(), BenchRules.OfClasses.Length, ByRow)];
        _plain = new global::RulesEngine.RulesEngine(byRow);
        _tuned = new global::RulesEngine.RulesEngine(byRow, Tuned());
        // Arrays of two types under one name of a parameter are one entry of its cache.
        _wholeClasses = new global::RulesEngine.RulesEngine([Workflow(OfClasses, LinqRules.OfClasses(), 0, Whole)], Tuned());
        _wholeSchools = new global::RulesEngine.RulesEngine([Workflow(OfSchools, LinqRules.OfSchools(), BenchRules.OfClasses.Length, Whole)], Tuned());
    }

    /// <summary>As it comes, row by row.</summary>
    public Tally Default() => ByRows(_plain);

    /// <summary>Without messages, scoped parameters and actions; not with its fast compiler, whose delegates for two of the rules do not run.</summary>
    public Tally WithoutExtras() => ByRows(_tuned);

    /// <summary>Each rule asked once, of the whole array: its condition counts rows.</summary>
    public Tally WholeArrays()
    {
        Ask(_wholeClasses, OfClasses, new RuleParameter(Row, _facts.Classes), new RuleParameter("counts", _counts));
        Ask(_wholeSchools, OfSchools, new RuleParameter(Row, _facts.Schools), new RuleParameter("counts", _counts));
        return _counts.Take(_facts);
    }

    private Tally ByRows(global::RulesEngine.RulesEngine engine)
    {
        foreach (LinqClass row in _facts.Classes) Count(Ask(engine, OfClasses, new RuleParameter(Row, row)), 0);
        foreach (LinqSchool row in _facts.Schools) Count(Ask(engine, OfSchools, new RuleParameter(Row, row)), BenchRules.OfClasses.Length);
        return _counts.Take(_facts);
    }

    private void Count(List<RuleResultTree> results, int first)
    {
        for (int number = 0; number < results.Count; number++)
        {
            if (results[number].IsSuccess) _counts.Add(first + (number / PeerCounts.Asked.Length), (int)PeerCounts.Asked[number % PeerCounts.Asked.Length]);
        }
    }

    private static List<RuleResultTree> Ask(global::RulesEngine.RulesEngine engine, string workflow, params RuleParameter[] inputs)
    {
        List<RuleResultTree> results = engine.ExecuteAllRulesAsync(workflow, inputs).AsTask().GetAwaiter().GetResult();
        if (results.Find(r => !string.IsNullOrEmpty(r.ExceptionMessage)) is { } failed) throw new InvalidOperationException(failed.ExceptionMessage);
        return results;
    }

    private static Workflow Workflow<T>(string name, Expression<Func<T, Verdict>>[] rules, int first, Func<Expression, int, Verdict, string> text) => new()
    {
        WorkflowName = name,
        Rules = [.. rules.SelectMany((rule, number) => PeerCounts.Asked.Select(verdict => new Rule
        {
            RuleName = FormattableString.Invariant($"{BenchRules.All[first + number]} {verdict}"),
            Expression = text(rule.Body, first + number, verdict),
        }))],
    };

    private static string ByRow(Expression rule, int number, Verdict verdict) => FormattableString.Invariant($"{DynamicText.Of(rule, Row)} == {(int)verdict}");

    private static string Whole(Expression rule, int number, Verdict verdict) =>
        FormattableString.Invariant($"counts.Put({number}, {(int)verdict}, {Row}.Count({Item} => {DynamicText.Of(rule, Item)} == {(int)verdict}))");

    private static ReSettings Tuned() => new()
    {
        EnableFormattedErrorMessage = false,
        EnableScopedParams = false,
        AutoExecuteActions = false,
        CustomTypes = [typeof(PeerCounts)],
    };
}
