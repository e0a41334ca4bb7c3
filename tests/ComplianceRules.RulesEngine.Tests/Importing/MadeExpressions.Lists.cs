namespace ComplianceRules.RulesEngine.Tests.Importing;

/// <content>What is asked of the classes of a school.</content>
internal sealed partial class MadeExpressions
{
    private string Rows(MadePlace place)
    {
        Reads.Add("school.classes");
        return place.Item is null && dice.OneIn(5) ? $"input2.classes.Where({Lambda(place, 0)})" : dice.Of("input2.classes", "input2.Classes", "input3");
    }

    private string OfList(MadePlace place, int depth) => dice.Between(0, 7) switch
    {
        0 => $"{Rows(place)}.Any()",
        1 or 2 or 3 => $"{Rows(place)}.{dice.Of("Any", "any")}({Lambda(place, depth)})",
        4 or 5 => $"{Rows(place)}.All({Lambda(place, depth)})",
        6 => Wrapped($"{Rows(place)}.Count({Lambda(place, depth)}) {dice.Pick(Orders)} {dice.Of("0", "1", "2")}"),
        _ => $"{dice.Pick(Nots)}{Rows(place)}.Any({Lambda(place, depth)})",
    };

    private string Total(MadePlace place, string unit, int depth)
    {
        if (unit is Plain or Days or Staff) return Leaf(place, unit);
        (string before, MadePlace item) = Inside(place);
        string value = $"{before}{Number(item, unit, Math.Min(depth, 1))}";
        string name = dice.Of("Sum", "Min", "Max", "Average");
        return dice.OneIn(3) ? $"{Rows(place)}.Select({value}).{name}()" : $"{Rows(place)}.{name}({value})";
    }

    private string Lambda(MadePlace place, int depth)
    {
        (string before, MadePlace item) = Inside(place);
        return before + Truth(item, depth);
    }

    private (string Before, MadePlace Item) Inside(MadePlace place) => dice.Between(0, place.Item is null ? 3 : 1) switch
    {
        0 => ("c => ", place with { Item = "c." }),
        1 => ("row => ", place with { Item = "row." }),
        2 => (string.Empty, place with { Item = "it." }),
        _ => (string.Empty, place with { Item = string.Empty }),
    };
}
