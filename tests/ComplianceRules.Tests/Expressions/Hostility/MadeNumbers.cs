using ComplianceRules.Tests.Engine;

namespace ComplianceRules.Tests.Expressions.Hostility;

/// <summary>Makes numbers of a unit by the algebra of units.</summary>
internal sealed class MadeNumbers(Dice dice, MadeExpressions of, MadeLists lists)
{
    private static readonly string[] Plain = ["1", "min", "h", "d", "pupil", "min/d", "h/d"];

    public Piece Sure(MadeType type, int depth)
    {
        if (depth < -2) return new Piece(Simplest(type.Of));
        return dice.Between(0, 9) switch
        {
            0 or 1 => Sum(type, depth),
            2 => Multiple(type, depth),
            3 => new Piece($"-{of.Sure(type, depth - 1).At(6)}", 6),
            4 => new Piece($"{of.Sure(type, depth - 1).At(5)} % {of.Beside(type, depth - 1).At(6)}", 5),
            5 or 6 => lists.Aggregate(dice.Of("sum()", "min()", "max()", "avg()", "percentile(50)", "percentile(99.9)"), type, depth),
            _ => Special(type, depth),
        };
    }

    private Piece Sum(MadeType type, int depth)
    {
        bool subtracts = type.Of != "%" && dice.OneIn(2);
        (Piece left, Piece right) = (of.Sure(type, depth - 1), of.Beside(type, depth - 1));
        if (dice.OneIn(2)) (left, right) = (right, left);
        return new Piece($"{left.At(4)} {(subtracts ? "-" : "+")} {right.At(5)}", 4);
    }

    private Piece Multiple(MadeType type, int depth)
    {
        if (type.Of.Length == 0) return new Piece($"{of.Sure(type, depth - 1).At(4)} + {MadeLiterals.Number(dice).At(5)}", 4);
        Piece number = of.Sure(type, depth - 1);
        string other = dice.Pick(Plain);
        return dice.Between(0, 3) switch
        {
            0 => new Piece($"{number.At(5)} * {MadeLiterals.Number(dice).At(6)}", 5),
            1 => new Piece($"{MadeLiterals.Number(dice).At(5)} * {number.At(6)}", 5),
            2 => new Piece($"{number.At(5)} / {MadeLiterals.Decimal(dice).Text}", 5),
            _ => new Piece($"{number.At(5)} * {of.Sure(MadeType.Number(other), depth - 1).At(6)} / {of.Sure(MadeType.Number(other), depth - 1).At(6)}", 5),
        };
    }

    private Piece Special(MadeType type, int depth) => type.Of switch
    {
        "" => lists.Count(depth),
        "1" when dice.OneIn(2) => Ratio(depth),
        "1" => new Piece($"{dice.Of("year", "month")}({of.Sure(MadeType.Date, depth - 1).Text})"),
        "min" when dice.OneIn(3) => Difference(MadeType.Day, depth),
        "d" when dice.OneIn(2) => Difference(MadeType.Date, depth),
        "min" or "h" or "d" => new Piece($"{(type.Of == "min" ? "minutes" : type.Of == "h" ? "hours" : "days")}({of.Sure(MadeType.Bare, depth - 1).Text})"),
        "%" when dice.OneIn(2) => lists.Share(depth),
        "pp" => new Piece($"{of.Sure(MadeType.Number("%"), depth - 1).At(4)} - {of.Beside(MadeType.Number("%"), depth - 1).At(5)}", 4),
        _ => of.Leaf(type, depth - 1),
    };

    private Piece Ratio(int depth)
    {
        MadeType unit = MadeType.Number(dice.Pick(Plain));
        return new Piece($"{of.Sure(unit, depth - 1).At(5)} / {of.Sure(unit, depth - 1).At(6)}", 5);
    }

    private Piece Difference(MadeType moment, int depth) => new($"{of.Sure(moment, depth - 1).At(4)} - {of.Sure(moment, depth - 1).At(5)}", 4);

    private static string Simplest(string unit) => unit switch
    {
        "" => "8",
        "1" => "year(as_of)",
        "min" => "minutes(4)",
        "h" => "hours(1.5)",
        "d" => "days(3)",
        "%" => "percent(1, 2)",
        "pp" => "(percent(1, 2) - percent(1, 3))",
        "h/week" => "param('homework.weekly_max')",
        "min/d" => "(minutes(1) / days(2))",
        "h/d" => "(hours(1) / days(2))",
        "pupil" => "param('class.limit', 'primary')",
        _ => throw new InvalidOperationException(unit),
    };
}
