using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Tests.Engine;

namespace ComplianceRules.Tests.Expressions;

/// <summary>A condition made up of a few atoms that stand on missing facts, and what decides it by trying everything.</summary>
/// <param name="Sign">What it is: an atom's text, <c>!</c>, <c>&amp;&amp;</c>, <c>||</c>, <c>?</c>, a number of parts that must hold, or a truth value.</param>
/// <param name="Parts">What it is made of.</param>
internal sealed record MadeCondition(string Sign, params MadeCondition[] Parts)
{
    private static readonly Dictionary<string, string[]> Atoms = new(StringComparer.Ordinal)
    {
        ["flag"] = ["flag"],
        ["other"] = ["other"],
        ["school.boarding"] = ["school.boarding"],
        ["a > 1"] = ["a"],
        ["a > b"] = ["a", "b"],
        ["b > 1"] = ["b"],
        ["c in [a, 1]"] = ["a", "c"],
        ["flag == other"] = ["flag", "other"],
    };

    public static MadeCondition Of(Dice dice, int depth)
    {
        if (depth == 0 || dice.OneIn(5)) return new MadeCondition(dice.OneIn(12) ? dice.Of("true", "false") : dice.Pick([.. Atoms.Keys]));
        string sign = dice.Of("!", "&&", "||", "&&", "||", "?", "1", "2", "3");
        int parts = sign == "!" ? 1 : sign is "&&" or "||" ? 2 : 3;
        return new MadeCondition(sign, [.. Enumerable.Range(0, parts).Select(_ => Of(dice, depth - 1))]);
    }

    /// <summary>The smallest set of facts that decides it, the first in ordinal order; and whether it is known without any.</summary>
    public (ImmutableArray<string> Facts, bool IsKnown) Smallest()
    {
        string[] atoms = [.. Signs().Where(Atoms.ContainsKey).Distinct().Order(StringComparer.Ordinal)];
        string[] facts = [.. atoms.SelectMany(a => Atoms[a]).Distinct().Order(StringComparer.Ordinal)];
        IEnumerable<string[]> sets = Enumerable.Range(0, 1 << facts.Length).Select(s => facts.Where((_, i) => (s & (1 << i)) != 0).ToArray())
            .OrderBy(s => s.Length).ThenBy(s => string.Join('\n', s), StringComparer.Ordinal);
        string[] smallest = sets.First(set => Decides([.. atoms.Where(a => Atoms[a].All(set.Contains))]));
        return ([.. smallest], smallest.Length == 0);
    }

    public override string ToString() => Sign switch
    {
        "!" => $"!({Parts[0]})",
        "?" => $"(({Parts[0]}) ? ({Parts[1]}) : ({Parts[2]}))",
        "&&" or "||" => $"({Parts[0]} {Sign} {Parts[1]})",
        "1" or "2" or "3" => $"at_least({Sign}, {Parts[0]}, {Parts[1]}, {Parts[2]})",
        _ => Sign,
    };

    /// <summary>The condition as a tree.</summary>
    public TypedExpression Tree() => Sign switch
    {
        "!" => new NotExpression(Parts[0].Tree()),
        "?" => new ConditionalExpression(ExpressionType.Bool, Parts[0].Tree(), Parts[1].Tree(), Parts[2].Tree()),
        "&&" or "||" => new LogicExpression(Sign == "&&", Parts[0].Tree(), Parts[1].Tree()),
        "1" or "2" or "3" => new AtLeastExpression(Sign[0] - '0', [.. Parts.Select(p => p.Tree())]),
        _ => Written.Typed(Sign, SampleSchema.Scope(BaseTables.Class)),
    };

    private bool Decides(string[] known) => Enumerable.Range(0, 1 << known.Length)
        .All(ways => Turns(known.Select((atom, i) => KeyValuePair.Create(atom, (ways & (1 << i)) != 0)).ToDictionary()) is not null);

    // Three values by the book: null is unknown.
    private bool? Turns(Dictionary<string, bool> known)
    {
        bool?[] parts = [.. Parts.Select(p => p.Turns(known))];
        return Sign switch
        {
            "true" => true,
            "false" => false,
            "!" => !parts[0],
            "&&" => parts[0] & parts[1],
            "||" => parts[0] | parts[1],
            "?" => parts[0] is { } first ? parts[first ? 1 : 2] : null,
            "1" or "2" or "3" => Enough(parts, Sign[0] - '0'),
            _ => known.TryGetValue(Sign, out bool value) ? value : null,
        };
    }

    private static bool? Enough(bool?[] parts, int needed)
    {
        if (parts.Count(p => p == true) >= needed) return true;
        return parts.Count(p => p != false) < needed ? false : null;
    }

    private IEnumerable<string> Signs() => Parts.SelectMany(p => p.Signs()).Prepend(Sign);
}
