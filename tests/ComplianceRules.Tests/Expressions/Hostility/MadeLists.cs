using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Tests.Engine;

namespace ComplianceRules.Tests.Expressions.Hostility;

/// <summary>Makes lists and what is asked of them.</summary>
internal sealed class MadeLists(Dice dice, ExpressionScope scope, MadeNames names)
{
    private MadeExpressions Of => new(dice, scope, names);

    /// <summary>A type that a list can hold.</summary>
    public MadeType AnyType() => dice.OneIn(5) ? MadeType.Bare : dice.Pick(names.Values.Select(v => v.Key).Where(t => t.Kind != FieldType.Set).ToArray());

    /// <summary>A list of values that are sure of their type.</summary>
    public Piece Values(MadeType type, int depth) => dice.Between(0, 7) switch
    {
        0 or 1 or 2 => Mapped(type, depth) ?? Written(type, depth),
        3 when depth > 0 => Through("filter", type, MadeType.Bool, depth) ?? Written(type, depth),
        4 when depth > 0 => Through("map", AnyType(), type, depth) ?? Written(type, depth),
        5 when depth > 0 => new Piece($"{Of.Bool(depth - 1).At(1)} ? {Written(type, depth - 1).At(1)} : {Values(type, depth - 1).Text}", 0),
        _ => Written(type, depth),
    };

    /// <summary>What is made of all values of a list.</summary>
    public Piece Aggregate(string call, MadeType type, int depth) => new($"{Values(type, depth - 1).At(7)}.{call}");

    public Piece Count(int depth) => dice.Between(0, 2) switch
    {
        0 => new Piece($"{AnyList(depth).At(7)}.size()"),
        1 => new Piece($"size({AnyList(depth).Text})"),
        _ => Tried("count", depth) ?? new Piece($"{AnyList(depth).At(7)}.size()"),
    };

    public Piece Share(int depth) => Tried("share", depth) ?? new Piece("percent(1, 3)");

    /// <summary>How much the values of a list vary: a square root.</summary>
    public Piece Variation(int depth)
    {
        MadeType number = MadeType.Number(dice.Of("1", "pupil", "min"));
        string weights = dice.OneIn(2) ? string.Empty : Values(MadeType.Number("pupil"), depth - 1).Text;
        return new Piece($"{Values(number, depth - 1).At(7)}.cv({weights})");
    }

    /// <summary>A truth value about a list.</summary>
    public Piece Question(int depth) => Tried(dice.Of("all", "exists", "exists_one"), depth) ?? new Piece($"{AnyList(depth).At(7)}.size() == {MadeLiterals.Number(dice).At(4)}", 3);

    public Piece Comparison(int depth)
    {
        MadeType type = AnyType();
        switch (dice.Between(0, 3))
        {
            case 0:
                return new Piece($"{Values(type, depth - 1).At(7)}.contains_all({Values(type, depth - 1).Text})");
            case 1:
                return new Piece($"{Values(type, depth - 1).At(3)} {dice.Of("==", "!=")} {Values(type, depth - 1).At(4)}", 3);
            case 2 when names.Values.FirstOrDefault(v => v.Key.Kind == FieldType.Set) is { } set:
                return new Piece($"{Of.Sure(set.Key, depth - 1).At(7)}.contains_all({Of.Beside(set.Key, depth - 1).Text})");
            default:
                return new Piece($"{Variation(depth).Text} {dice.Of("<", "<=", ">", "==")} {Of.Beside(MadeType.Number("1"), depth - 1).At(4)}", 3);
        }
    }

    private Piece AnyList(int depth) => Rows(depth) is { } rows ? rows.List : Values(AnyType(), depth - 1);

    /// <summary>A list of rows, perhaps filtered; null where none can be reached.</summary>
    private (Piece List, string Table)? Rows(int depth)
    {
        string[] tables = [.. names.Rows.Select(r => r.Key)];
        if (tables.Length == 0 || dice.OneIn(3)) return null;
        string table = dice.Pick(tables);
        Piece list = new(dice.Pick(names.Rows[table].ToArray()));
        if (depth > 0 && dice.OneIn(4) && Of.Within(v => names.WithRow(v, table)) is { } kept)
            list = new Piece($"{list.Text}.filter({kept.Variable}, {kept.Inside.Bool(depth - 2).Text})");
        if (list.Text.EndsWith(')') && dice.OneIn(2)) list = new Piece($"{Of.Bool(depth - 2).At(1)} ? {list.At(1)} : {dice.Pick(names.Rows[table].ToArray())}.filter(rest, true)", 0);
        return (list, table);
    }

    private Piece? Mapped(MadeType type, int depth)
    {
        if (Rows(depth) is not { } rows || Of.Within(v => names.WithRow(v, rows.Table)) is not { } inside) return null;
        string kept = dice.OneIn(4) ? $"{inside.Inside.Bool(depth - 2).Text}, " : string.Empty;
        return new Piece($"{rows.List.At(7)}.map({inside.Variable}, {kept}{inside.Inside.Sure(type, depth - 1).Text})");
    }

    private Piece? Through(string macro, MadeType list, MadeType body, int depth) => Of.Within(v => names.WithValue(v, list)) is { } inside
        ? new Piece($"{Values(list, depth - 1).At(7)}.{macro}({inside.Variable}, {inside.Inside.Sure(body, depth - 1).Text})")
        : null;

    private Piece? Tried(string macro, int depth)
    {
        if (Rows(depth) is not { } rows) return Through(macro, AnyType(), MadeType.Bool, depth);
        return Of.Within(v => names.WithRow(v, rows.Table)) is { } inside ? new Piece($"{rows.List.At(7)}.{macro}({inside.Variable}, {inside.Inside.Bool(depth - 1).Text})") : null;
    }

    private Piece Written(MadeType type, int depth)
    {
        IEnumerable<Piece> more = Enumerable.Range(0, dice.Between(0, 3)).Select(_ => Of.Beside(type, depth - 1));
        return new Piece($"[{string.Join(", ", more.Prepend(Of.Sure(type, depth - 1)).Select(p => p.Text))}]");
    }
}
