namespace ComplianceRules.RulesEngine.Tests.Importing;

/// <content>Numbers, each with the unit of its facts.</content>
internal sealed partial class MadeExpressions
{
    private const string Pupils = "pupils";
    private const string Teachers = "teachers";
    private const string Minutes = "minutes";
    private const string Hours = "hours";
    private const string Staff = "staff";
    private const string Plain = "plain";
    private const string Days = "days";

    private string Unit(MadePlace place) => place.HasClass || place.Item is not null ? dice.Of(Pupils, Pupils, Teachers, Minutes, Minutes, Hours, Staff, Plain, Days) : dice.Of(Staff, Staff, Plain, Days);

    private string Literal(string unit) => unit switch
    {
        Pupils => dice.Of("0", "1", "2", "30", "44", "45", "46", "45L", "45.5", "4.5e1", "0x2D", "-3", "45.0", "double(45)", "int(45.7)"),
        Teachers => dice.Of("0", "1", "2", "3", "7 / 2", "2.5", "-1", "long(2)"),
        Minutes => dice.Of("0", "20", "30", "60", "61", "90", "120", "60M", "7 % 4", "30.25", "Convert.ToInt32(\"60\")", "\"60\""),
        Hours => dice.Of("8", "8.5", "9", "9.25", "9.5D", "9.5", isExact ? "9.25M" : "9.3", isExact ? "8.5F" : "8.1F", isExact ? "8.0" : "8.1", isExact ? "9M" : "9.1M", "double.Parse(\"8.5\")", "17 / 2", "17 / 2.0"),
        Staff => dice.Of("0", "10", "20", "40", "11", "10.5"),
        Days => dice.Of("0", "365", "700", "800.5"),
        _ => dice.Of("0", "1", "2", "3", "1.5", "12", "-1", "2024"),
    };

    private string Number(MadePlace place, string unit, int depth)
    {
        if (depth <= 0) return Leaf(place, unit);
        string Deeper() => Number(place, unit, depth - 1);
        return dice.Between(0, 17) switch
        {
            0 => Wrapped($"{Deeper()} + {(dice.OneIn(2) ? Deeper() : Literal(unit))}"),
            1 or 2 => Wrapped($"{Deeper()} - {(dice.OneIn(2) ? Deeper() : Literal(unit))}"),
            3 => Wrapped($"{Deeper()} * {dice.Of("2", "3", "-1", "0.5", "2.5", isExact ? "4" : "0.1", "100000000", isExact ? "1.5M" : "1.1M")}"),
            4 => Wrapped($"{Deeper()} / {dice.Of("2", "2.0", "4", "-2", isExact ? "8" : "3", "2M", "0.5")}"),
            5 => Wrapped($"{Deeper()} {dice.Of("%", "mod")} {dice.Of("2", "3", "7", "-3", "2.5")}"),
            6 => $"-{Deeper()}",
            7 => $"iif({Truth(place, depth - 1)}, {Deeper()}, {(dice.OneIn(2) ? Deeper() : Literal(unit))})",
            8 => $"({Truth(place, depth - 1)} ? {Literal(unit)} : {Deeper()})",
            9 => $"Math.Abs({(dice.OneIn(3) ? Deeper() : Known(Fact(place, unit)))})",
            10 => $"Math.{dice.Of("Max", "Min")}({Deeper()}, {(dice.OneIn(2) ? Deeper() : Literal(unit))})",
            11 => $"{dice.Of("double", "int", "decimal", "long", "Double")}({Deeper()})",
            12 when _mayBeNull => Wrapped($"{Fact(place, unit)} ?? {Literal(unit)}"),
            13 when _mayBeNull => $"{dice.Of("isnull", "np")}({Fact(place, unit)}, {Literal(unit)})",
            14 when place.Item is null || dice.OneIn(4) => Total(place, unit, depth - 1),
            16 when (place.HasClass || place.Item is not null) && unit == Plain => Wrapped($"{dice.Of("double({0})", "{0}", "{0}").Replace("{0}", Fact(place, Pupils), StringComparison.Ordinal)} {dice.Of("/", "%")} {Fact(place, Teachers)}"),
            15 => Wrapped($"{Literal(unit)} - {Deeper()}"),
            _ => Leaf(place, unit),
        };
    }

    private string Leaf(MadePlace place, string unit) => unit switch
    {
        Plain => Counted(place),
        Days => $"({Known(Date(place))} - {(dice.OneIn(2) ? Known(Date(place)) : WrittenDay())}).{dice.Of("TotalDays", "Days")}",
        _ => dice.OneIn(4) ? Known(Fact(place, unit)) : Fact(place, unit),
    };

    private string Counted(MadePlace place) => dice.Between(0, 6) switch
    {
        0 => $"{Known(Date(place))}.{dice.Of("Year", "Month", "Day")}",
        1 => $"{Fact(place, "motto")}.Length",
        2 when place.HasClass || place.Item is not null => $"{Fact(place, "subjects")}.{dice.Of("Count", "Count()")}",
        3 => $"{Rows(place)}.{dice.Of("Count", "Count()")}",
        4 when place.Item is null => $"{Rows(place)}.Count({Lambda(place, 0)})",
        5 when place.Item is null => $"{Rows(place)}.Where({Lambda(place, 0)}).Count()",
        _ => place.HasClass || place.Item is not null ? Fact(place, Plain) : $"{Known(Date(place))}.Year",
    };

    private string Known(string fact) => _mayBeNull != dice.OneIn(20) ? $"{fact}.Value" : fact;

    private string Fact(MadePlace place, string unit) => unit switch
    {
        Pupils => OfClass(place, "enrolment"),
        Teachers => OfClass(place, "teachers"),
        Minutes => OfClass(place, dice.Of("written_minutes", "home_minutes")),
        Hours => OfClass(place, "sleep_hours"),
        Plain => place.HasClass || place.Item is not null ? OfClass(place, "grade") : OfSchool(place, "staff"),
        Days or Staff => OfSchool(place, "staff"),
        "motto" => OfSchool(place, "motto"),
        _ => OfClass(place, unit),
    };

    private string OfClass(MadePlace place, string fact)
    {
        if (place.Item is null && !place.HasClass) return OfSchool(place, "staff");
        bool isItem = place.Item is not null && (!place.HasClass || !dice.OneIn(4));
        Reads.Add(isItem ? $"list.class.{fact}" : $"class.{fact}");
        return isItem ? place.Item + Spelt(fact) : $"input1.{Spelt(fact)}";
    }

    private string OfSchool(MadePlace place, string fact)
    {
        Reads.Add($"school.{fact}");
        if (place.Item is not null && dice.OneIn(3)) return $"{place.Item}{dice.Of("School", "school")}.{Spelt(fact)}";
        return place.HasClass && dice.OneIn(3) ? $"input1.School.{Spelt(fact)}" : $"input2.{Spelt(fact)}";
    }

    private string Spelt(string fact) => dice.Between(0, 5) switch
    {
        0 => string.Concat(fact.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..])),
        1 => fact.ToUpperInvariant(),
        _ => fact,
    };
}
