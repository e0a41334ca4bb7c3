using ComplianceRules.Tests.Engine;

namespace ComplianceRules.RulesEngine.Tests.Importing;

/// <summary>Makes conditions in Dynamic LINQ over classes and schools; most of them can be said in the rule language.</summary>
/// <param name="dice">What with.</param>
/// <param name="isExact">Whether all numbers that are computed with are sums of powers of two.</param>
internal sealed partial class MadeExpressions(Dice dice, bool isExact)
{
    private static readonly string[] Ands = ["&&", "and", "And", "andalso", "&"];
    private static readonly string[] Ors = ["||", "or", "OR", "orelse", "|"];
    private static readonly string[] Nots = ["!", "not "];
    private static readonly string[] Orders = ["<", "<=", ">", ">=", "lt", "le", "gt", "ge", "LessThan", "greaterthanequal"];
    private static readonly string[] Likes = ["==", "=", "!=", "<>", "eq", "ne", "neq", "Equal"];

    // Values of types that may be null are read otherwise; RulesEngine reads most rules for one kind of types only.
    private readonly bool _mayBeNull = dice.OneIn(2);

    /// <summary>The facts that were read, of the row itself or of rows of its list, as <c>table.fact</c> and <c>list.table.fact</c>.</summary>
    public HashSet<string> Reads { get; } = new(StringComparer.Ordinal);

    /// <summary>A condition.</summary>
    public string Truth(MadePlace place, int depth)
    {
        if (depth <= 0) return Simple(place, 0);
        return dice.Between(0, 11) switch
        {
            0 or 1 => Wrapped($"{Truth(place, depth - 1)} {dice.Pick(Ands)} {Truth(place, depth - 1)}"),
            2 or 3 => Wrapped($"{Truth(place, depth - 1)} {dice.Pick(Ors)} {Truth(place, depth - 1)}"),
            4 => $"{dice.Pick(Nots)}({Truth(place, depth - 1)})",
            5 => Wrapped($"{Truth(place, depth - 1)} ? {Truth(place, depth - 1)} : {Truth(place, depth - 1)}"),
            6 => $"iif({Truth(place, depth - 1)}, {Truth(place, depth - 1)}, {Truth(place, depth - 1)})",
            7 => Wrapped($"{Truth(place, depth - 1)} == {dice.Of("true", "false")}"),
            _ => Simple(place, depth - 1),
        };
    }

    private string Simple(MadePlace place, int depth) => dice.Between(0, 15) switch
    {
        0 or 1 or 2 or 3 or 4 => Compared(place, depth),
        5 or 6 => Texts(place),
        7 => Flag(place),
        8 => Day(place),
        9 => Hour(place),
        10 => Presence(place),
        11 => Among(place),
        12 => Set(place),
        _ => place.Item is null || dice.OneIn(6) ? OfList(place, depth) : Compared(place, depth),
    };

    private string Compared(MadePlace place, int depth)
    {
        string unit = Unit(place);
        string left = Number(place, unit, depth);
        string right = dice.OneIn(3) ? Number(place, unit, depth - 1) : Literal(unit);
        if (dice.OneIn(12)) return dice.OneIn(3) ? $"{Fact(place, unit)}.Equals({right})" : $"{Truthful(place)}.Equals({dice.Of("true", "false")})";
        if (dice.OneIn(8)) (left, right) = (right, left);
        return Wrapped($"{left} {(dice.OneIn(4) ? dice.Pick(Likes) : dice.Pick(Orders))} {right}");
    }

    private string Flag(MadePlace place)
    {
        string flag = Truthful(place);
        return dice.Between(_mayBeNull || dice.OneIn(9) ? 0 : 3, 7) switch
        {
            3 => Known(flag),
            5 => $"{dice.Pick(Nots)}{Known(flag)}",
            2 => $"({flag} ?? {dice.Of("true", "false")})",
            0 => $"isnull({flag}, {dice.Of("true", "false")})",
            1 => $"np({flag}, {dice.Of("true", "false")})",
            _ => Wrapped($"{flag} {dice.Pick(Likes)} {(dice.OneIn(3) ? Truthful(place) : dice.Of("true", "false"))}"),
        };
    }

    private string Presence(MadePlace place)
    {
        string fact = dice.Between(0, 4) switch { 0 => Truthful(place), 1 => Date(place), 2 => Word(place, out _), _ => Fact(place, Unit(place)) };
        return dice.Between(0, 5) switch
        {
            0 => Wrapped($"{fact} == null"),
            1 => Wrapped($"null != {fact}"),
            2 => _mayBeNull ? $"{fact}.HasValue" : $"{fact} != null",
            3 => Wrapped($"{fact} == null || {Compared(place, 0)}"),
            _ => Wrapped($"{fact} != null"),
        };
    }

    private string Among(MadePlace place)
    {
        string unit = Unit(place);
        string value = dice.OneIn(4) ? Fact(place, unit) : Known(Fact(place, unit));
        return dice.Between(0, 3) switch
        {
            0 => $"new[] {{ {Literal(unit)}, {Literal(unit)} }}.Contains({value})",
            1 => Wrapped($"{value} not in ({Literal(unit)}, {Literal(unit)})"),
            _ => Wrapped($"{value} in ({Literal(unit)}, {Literal(unit)}, {Literal(unit)})"),
        };
    }

    // Without them now and then, so that what binds more tightly is asked of both.
    private string Wrapped(string text) => dice.OneIn(7) ? text : $"({text})";
}
