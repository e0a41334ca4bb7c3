using System.Globalization;
using ComplianceRules.Tests.Engine;

namespace ComplianceRules.Tests.Proofs;

/// <summary>A condition made up of atoms with small numbers, so that another much like it can be made of it.</summary>
/// <param name="Sign"><c>!</c>, <c>&amp;&amp;</c>, <c>||</c>, <c>?</c>, or the text of an atom with a place for its number.</param>
/// <param name="Number">The number of an atom.</param>
/// <param name="Parts">What it is made of.</param>
internal sealed record MadeClause(string Sign, int Number, params MadeClause[] Parts)
{
    /// <summary>Atoms over single facts.</summary>
    public static readonly string[] Boxes =
    [
        "size <= {0}", "size > {0}", "size == {0}", "size != {0}", "rate < {0}", "rate >= {0}.5", "rate == {0}", "bright", "school.boarding", "has(size)", "has(school.boarding)",
        "kind == \"a\"", "kind != \"b\"", "kind in [\"a\", \"c\"]", "\"x\" in marks", "marks.contains_all([\"x\", \"y\"])", "marks == [\"x\"]", "name == \"{0}\"",
        "opened >= date(\"2020-01-0{1}\")", "opened < date(\"2020-01-0{1}\")", "starts <= time(\"23:0{0}\")", "starts > time(\"00:0{0}\")", "size <= param(\"p\")", "rate > param(\"p\")",
        "rate <= param(\"q\")", "size >= param(\"q\")", "bright == school.boarding", "as_of >= date(\"2020-01-0{1}\")", "marks.contains_all(param(\"m\"))", "opened + days({0}) >= date(\"2020-01-05\")",
    ];

    /// <summary>Atoms over several facts.</summary>
    public static readonly string[] Sums =
    [
        "size <= school.staff", "school.staff - size >= {0}", "size * 2 <= school.staff + {0}", "size / school.staff > {0}", "per_100(size, school.staff) <= {0}0", "rate + size < {0}",
        "(bright ? size : school.staff) > {0}", "marks.size() >= {0}", "as_of - opened > {0}", "opened + days(size) <= as_of", "size / 2 <= rate", "3 * size - 2 * school.staff == {0}", "name == school.name",
        "size <= param(\"p\") * school.staff", "percent(size, school.staff) >= {0}0",
    ];

    /// <summary>Atoms with terms that are not followed.</summary>
    public static readonly string[] Terms =
    [
        "groups.all(g, g.n <= {0})", "groups.exists(g, g.n > {0} && g.ok)", "groups.count(g, g.n <= {0}) >= 2", "groups.map(g, g.n).max() <= {0}", "day_of_week(opened) > {0}", "day_of_month(opened) <= {0}", "size % 3 == {0}",
        "size * rate <= {0}", "groups.filter(g, g.ok).size() <= {0}", "name.startsWith(\"{0}\")", "groups.all(g, g.n <= param(\"p\"))", "groups.exists(k, k.n > {0})", "groups.share(g, g.n <= {0}) > 50",
        "has(groups)", "size == school.staff / size", "groups.all(g, g.n <= {0} || bright)",
    ];

    /// <summary>A condition.</summary>
    /// <param name="dice">Chooses.</param>
    /// <param name="depth">How deep.</param>
    /// <param name="atoms">The atoms.</param>
    public static MadeClause Of(Dice dice, int depth, IReadOnlyList<string> atoms)
    {
        if (depth == 0 || dice.OneIn(5)) return new MadeClause(dice.Pick(atoms), dice.Between(0, 5));
        string sign = dice.Of("!", "&&", "||", "&&", "||", "&&", "?");
        int parts = sign == "!" ? 1 : sign == "?" ? 3 : 2;
        return new MadeClause(sign, 0, [.. Enumerable.Range(0, parts).Select(_ => Of(dice, depth - 1, atoms))]);
    }

    /// <summary>One much like it.</summary>
    /// <param name="dice">Chooses.</param>
    /// <param name="atoms">The atoms.</param>
    public MadeClause Changed(Dice dice, IReadOnlyList<string> atoms)
    {
        if (Parts.Length > 0 && !dice.OneIn(4))
        {
            MadeClause[] parts = [.. Parts];
            int at = dice.Between(0, parts.Length - 1);
            parts[at] = parts[at].Changed(dice, atoms);
            return this with { Parts = parts };
        }

        return dice.Between(0, 5) switch
        {
            0 when Parts.Length > 0 => dice.Pick(Parts),
            1 => new MadeClause(dice.Of("&&", "||"), 0, this, Of(dice, 1, atoms)),
            2 => new MadeClause("!", 0, new MadeClause("!", 0, this)),
            3 when Parts.Length == 2 => this with { Parts = [Parts[1], Parts[0]] },
            _ => this with { Number = Math.Max(0, Number + dice.Between(-1, 1)) },
        };
    }

    public override string ToString() => Sign switch
    {
        "!" => $"!({Parts[0]})",
        "?" => $"(({Parts[0]}) ? ({Parts[1]}) : ({Parts[2]}))",
        "&&" or "||" => $"({Parts[0]} {Sign} {Parts[1]})",
        _ => string.Format(CultureInfo.InvariantCulture, Sign, Number, Number + 1),
    };
}
