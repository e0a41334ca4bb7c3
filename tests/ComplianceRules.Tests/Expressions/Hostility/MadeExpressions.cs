using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Tests.Engine;

namespace ComplianceRules.Tests.Expressions.Hostility;

/// <summary>Makes expressions that are well typed by construction: every name, unit and type in them is right.</summary>
/// <remarks>"Sure" is what has its type by itself; a literal of a unit, an enum, a set or a late scale has it only beside something sure.</remarks>
internal sealed class MadeExpressions(Dice dice, ExpressionScope scope, MadeNames names)
{
    private const int MostMacros = 3;

    private static readonly string[] Variables = ["v", "x_y", "Zz", "_", "item1", "k"];

    private static readonly string[] Signs = ["==", "!=", "<", "<=", ">", ">="];

    private readonly MadeLists _lists = new(dice, scope, names);

    /// <summary>An expression of any type: mostly a truth value, at times a list or a square root.</summary>
    public Piece Any(int depth) => dice.Between(0, 23) switch
    {
        0 => _lists.Variation(depth),
        1 or 2 => _lists.Values(_lists.AnyType(), depth),
        < 8 => Sure(dice.Pick(names.Values.Select(v => v.Key).ToArray()), depth),
        _ => Bool(depth),
    };

    public Piece Bool(int depth) => Sure(MadeType.Bool, depth);

    /// <summary>An expression that has the type by itself.</summary>
    public Piece Sure(MadeType type, int depth)
    {
        if (depth <= 0 || dice.OneIn(6)) return Leaf(type, depth);
        if (dice.OneIn(8)) return Choice(Sure(type, depth - 1), Beside(type, depth - 1), depth);
        if (dice.OneIn(6) && MadeCall.All.Contains(type)) return Call(type, depth);
        return type.Kind switch
        {
            FieldType.Bool => Condition(depth),
            FieldType.Number => new MadeNumbers(dice, this, _lists).Sure(type, depth),
            FieldType.Date or FieldType.Time => Moment(type, depth),
            _ => Leaf(type, depth),
        };
    }

    /// <summary>An expression that has the type beside one that is sure of it.</summary>
    public Piece Beside(MadeType type, int depth)
    {
        bool yields = type.Kind is FieldType.Enum or FieldType.Set or FieldType.Number or FieldType.Time;
        if (!yields || dice.OneIn(2)) return Sure(type, depth);
        if (type.Kind == FieldType.Number) return Sure(MadeType.Bare, depth - 1);
        return type.Kind == FieldType.Time && dice.OneIn(4) ? new Piece("param('lights')") : MadeLiterals.Of(dice, type);
    }

    /// <summary>The same makings with the variable of one more macro; null where macros are too deep already.</summary>
    public (string Variable, MadeExpressions Inside)? Within(Func<string, MadeNames> with)
    {
        if (names.Variables.Length == MostMacros) return null;
        string variable = dice.Pick(Variables.Except(names.Variables).ToArray());
        return (variable, new MadeExpressions(dice, scope, with(variable)));
    }

    public Piece Leaf(MadeType type, int depth)
    {
        bool isLiteral = type.Kind is not (FieldType.Enum or FieldType.Set) && type.Of.Length == 0;
        string[] named = [.. names.Values[type], .. Parameters(type)];
        if (named.Length > 0 && !(isLiteral && dice.OneIn(3))) return new Piece(dice.Pick(named));
        if (isLiteral) return MadeLiterals.Of(dice, type);
        return type.Kind == FieldType.Number ? new MadeNumbers(dice, this, _lists).Sure(type, depth) : throw new InvalidOperationException($"no {type}");
    }

    private IEnumerable<string> Parameters(MadeType type) => type switch
    {
        { Kind: FieldType.Number, Of: "min/d" } => ["param('homework.daily_max')"],
        { Kind: FieldType.Number, Of: "h/week" } => ["param(\"homework.weekly_max\")"],
        { Kind: FieldType.Number, Of: "pupil" } => scope.NearestToSubject("stage") is null ? ["param('by.level', 'city')"] : ["param('class.limit')", "param('class.limit', 'junior')"],
        { Kind: FieldType.Date } => ["param('opening')", "as_of"],
        { Kind: FieldType.Time, Of: "" } => ["param('lights')"],
        _ => [],
    };

    private Piece Choice(Piece sure, Piece other, int depth)
    {
        (Piece yes, Piece no) = dice.OneIn(2) ? (sure, other) : (other, sure);
        return new Piece($"{Bool(depth - 1).At(1)} ? {yes.At(1)} : {no.Text}", 0);
    }

    private Piece Call(MadeType type, int depth)
    {
        MadeCall call = dice.Pick(MadeCall.All[type].ToArray());
        Piece[] arguments = [.. call.Arguments.Select(a => Sure(a, depth - 1))];
        return call.Function.IsMethod
            ? new Piece($"{arguments[0].At(7)}.{call.Function.Name}({string.Join(", ", arguments[1..].Select(a => a.Text))})")
            : new Piece($"{call.Function.Name}({string.Join(dice.Of(",", ", "), arguments.Select(a => a.Text))})");
    }

    private Piece Moment(MadeType type, int depth)
    {
        string span = type.Kind == FieldType.Date ? "d" : "min";
        if (dice.OneIn(4)) return _lists.Aggregate(dice.Of("min()", "max()", "percentile(50)"), type, depth);
        Piece moment = Sure(type, depth - 1);
        Piece moved = Sure(MadeType.Number(span), depth - 1);
        return dice.Between(0, 2) switch
        {
            0 => new Piece($"{moment.At(4)} + {moved.At(5)}", 4),
            1 => new Piece($"{moment.At(4)} - {moved.At(5)}", 4),
            _ => new Piece($"{moved.At(4)} + {moment.At(5)}", 4),
        };
    }

    private Piece Condition(int depth) => dice.Between(0, 11) switch
    {
        0 => new Piece($"{Bool(depth - 1).At(2)} && {Bool(depth - 1).At(3)}", 2),
        1 => new Piece($"{Bool(depth - 1).At(1)} || {Bool(depth - 1).At(2)}", 1),
        2 => new Piece($"!{Bool(depth - 1).At(6)}", 6),
        3 => new Piece($"has({dice.Pick(names.Asked.ToArray())})"),
        4 => Membership(depth),
        5 or 6 => _lists.Question(depth),
        7 => _lists.Comparison(depth),
        _ => Comparison(depth),
    };

    private Piece Comparison(int depth)
    {
        MadeType type = dice.OneIn(10) ? MadeType.Bare : dice.Pick(names.Values.Select(v => v.Key).ToArray());
        string sign = type.IsOrdered ? dice.Pick(Signs) : dice.Pick(Signs[..2]);
        (Piece left, Piece right) = (Sure(type, depth - 1), Beside(type, depth - 1));
        if (dice.OneIn(2)) (left, right) = (right, left);
        return new Piece($"{left.At(3)} {sign} {right.At(4)}", 3);
    }

    private Piece Membership(int depth)
    {
        MadeType[] sets = [.. names.Values.Select(v => v.Key).Where(t => t.Kind == FieldType.Set)];
        if (sets.Length > 0 && dice.OneIn(2))
        {
            MadeType set = dice.Pick(sets);
            Piece item = dice.OneIn(2) && names.Values.Contains(new MadeType(FieldType.Enum, set.Of)) ? Sure(new MadeType(FieldType.Enum, set.Of), depth - 1) : new Piece(MadeLiterals.Key(dice, set.Of));
            return new Piece($"{item.At(3)} in {Sure(set, depth - 1).At(4)}", 3);
        }

        MadeType type = _lists.AnyType();
        return new Piece($"{Sure(type, depth - 1).At(3)} in {_lists.Values(type, depth - 1).At(4)}", 3);
    }
}
