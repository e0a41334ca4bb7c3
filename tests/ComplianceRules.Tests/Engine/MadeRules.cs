using System.Text.Json;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Tests.Engine;

/// <summary>Makes random packs of rules of every kind, each rule with its meaning, straight from the page on packs.</summary>
/// <param name="dice">What with.</param>
/// <param name="isTotal">Whether every rule is decided once all facts are known.</param>
/// <param name="hasLists">Whether expressions may go through lists.</param>
internal sealed class MadeRules(Dice dice, bool isTotal, bool hasLists)
{
    // Well below what the language allows.
    private const int LongestText = 600;

    private readonly List<MadeRule> _rules = [];
    private Func<MadeRow, string?>? _band;

    /// <summary>A pack <c>a</c> of some rules.</summary>
    public static string Pack(IEnumerable<MadeRule> rules) =>
        PackText.Pack(facts: MadeFacts.Schema, parameters: MadeTerms.Parameters, rules: $"[{string.Join(",\n", rules.Select(r => r.Json))}]");

    public IReadOnlyList<MadeRule> Make(int count)
    {
        while (_rules.Count < count) _rules.Add(Rule($"r{_rules.Count}"));
        return _rules;
    }

    private MadeRule Rule(string id)
    {
        string subject = dice.Of("class", "class", "school", "region");
        _band = null;
        (string kind, object body, Func<MadeRow, bool?> holds, Func<MadeRow, bool?>? counts) = dice.OneIn(4) ? OfParts(subject) : subject != "class" && dice.OneIn(2) ? Share(subject) : Plain(subject);
        Dictionary<string, object> written = new()
        {
            ["id"] = id, ["area"] = "x", ["subject"] = subject, ["title"] = "规则", ["binding"] = dice.Of("mandatory", "principle", "encouraged", "target"),
            ["source"] = new { instrument = "law", clause = "1" }, ["effective"] = new { from = "2020-01-01" }, [kind] = body,
        };
        Func<MadeRow, bool?> applies = Applies(subject, written);
        string json = JsonSerializer.Serialize(written, JsonSerializerOptions.Web);
        if (json.Contains("param(\\u0027keyed\\u0027)", StringComparison.Ordinal)) applies = Both(applies, HasEntry);
        return new MadeRule(id, subject, json, counts is null ? applies : Both(applies, counts), holds) { Band = _band };
    }

    private static bool? HasEntry(MadeRow row) => row.Facts.TryGetValue("e", out object? key) ? (string)key != "z" : null;

    private static Func<MadeRow, bool?> Both(Func<MadeRow, bool?> left, Func<MadeRow, bool?> right) => row => Term.And(left(row), right(row));

    private Func<MadeRow, bool?> Applies(string subject, Dictionary<string, object> written)
    {
        MadeTerms terms = new(dice, subject, null, isTotal, hasLists);
        Func<MadeRow, bool?> applies = _ => true;
        if (dice.OneIn(3))
        {
            (string name, object value, Func<MadeRow, bool?> fits) = terms.Applying();
            written["appliesTo"] = new Dictionary<string, object> { [name] = value };
            applies = fits;
        }

        if (!dice.OneIn(3)) return applies;
        Term when = terms.Condition(2);
        written["when"] = when.Text;
        return Both(applies, row => when.Truth(new Sight(row, null)));
    }

    private (string Kind, object Body, Func<MadeRow, bool?> Holds, Func<MadeRow, bool?>? Counts) Plain(string subject)
    {
        MadeTerms terms = new(dice, subject, null, isTotal, hasLists);
        int kind = dice.Between(0, 4);
        if (kind > 2) return Limit(subject, terms);
        Term condition = terms.Condition(dice.Between(1, 4));
        while (condition.Text.Length > LongestText) condition = terms.Condition(2);
        return kind == 0
            ? ("forbid", condition.Text, row => Term.Not(condition.Truth(new Sight(row, null))), null)
            : ("require", condition.Text, row => condition.Truth(new Sight(row, null)), null);
    }

    private (string Kind, object Body, Func<MadeRow, bool?> Holds, Func<MadeRow, bool?>? Counts) OfParts(string subject)
    {
        MadeKinds kinds = new(dice, subject, isTotal, hasLists);
        Dictionary<string, object> body;
        Func<MadeRow, bool?> holds;
        Func<MadeRow, bool?>? counts = null;
        int kind = dice.Between(0, 4);
        if (kind == 0 && subject != "class") (body, holds, counts) = kinds.Balance();
        else if (kind == 1 && subject == "class") (body, holds) = kinds.Sequence();
        else if (kind == 2) (body, holds, _band) = kinds.Bands();
        else (body, holds) = kind == 3 ? kinds.Consistency() : kinds.KOf();
        string name = counts is not null ? "balance" : body.ContainsKey("steps") ? "sequence" : body.ContainsKey("bands") ? "bands" : body.ContainsKey("left") ? "consistency" : "k-of";
        return (name, body, holds, counts);
    }

    private (string Kind, object Body, Func<MadeRow, bool?> Holds, Func<MadeRow, bool?>? Counts) Limit(string subject, MadeTerms terms)
    {
        (Dictionary<string, object> body, Func<MadeRow, bool?> holds) = (subject == "class" ? dice.Between(0, 3) : 0) switch
        {
            1 => MadeBounds.OfTime(dice, terms),
            2 => MadeBounds.OfSet(dice),
            _ => MadeBounds.OfNumber(dice, terms),
        };
        return ("limit", body, holds, null);
    }

    private (string Kind, object Body, Func<MadeRow, bool?> Holds, Func<MadeRow, bool?>? Counts) Share(string subject)
    {
        string list = subject == "school" || dice.OneIn(2) ? "classes" : "schools";
        string table = list == "classes" ? "class" : "school";
        MadeTerms terms = new(dice, subject, table, isTotal, hasLists);
        Dictionary<string, object> body = new() { ["of"] = list };
        Func<MadeRow, MadeRow, bool?> where = (_, _) => true;
        if (dice.OneIn(2))
        {
            Term term = terms.Condition(1);
            body["where"] = term.Text;
            where = (row, child) => term.Truth(new Sight(row, child));
        }

        MadeRule[] others = [.. _rules.Where(r => r.Subject == table)];
        Func<MadeRow, MadeRow, bool?> counted = where;
        Func<MadeRow, MadeRow, bool?> that;
        if (others.Length > 0 && dice.OneIn(2))
        {
            MadeRule other = dice.Pick(others);
            body["rule"] = $"a/{other.Id}";
            counted = (row, child) => Term.And(where(row, child), other.Applies(child));
            that = (_, child) => other.Holds(child);
        }
        else
        {
            Term term = terms.Condition(2);
            body["that"] = term.Text;
            that = (row, child) => term.Truth(new Sight(row, child));
        }

        IReadOnlyList<Func<Fraction, bool>> bounds = MadeBounds.OfShare(dice, body);
        MadeShare share = new(list, counted, that, bounds);
        return ("share", body, share.Holds, share.Counts);
    }
}
