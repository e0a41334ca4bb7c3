namespace ComplianceRules.RulesEngine.Tests.Importing;

/// <content>Texts, keys, sets, days and times.</content>
internal sealed partial class MadeExpressions
{
    private string Texts(MadePlace place)
    {
        string motto = Fact(place, "motto");
        string word = Word(place, out string[] values);
        string Quoted() => $"\"{dice.Of(values)}\"";
        return dice.Between(0, 9) switch
        {
            0 => $"{motto}.{dice.Of("Contains", "StartsWith", "EndsWith")}(\"{dice.Of("求", "a", "新", "A", "求实")}\")",
            1 => $"{dice.Of("!", string.Empty)}string.IsNullOrEmpty({motto})",
            2 => Wrapped($"{motto} {dice.Pick(Likes)} \"{dice.Of("求实", "abba", "Abba")}\""),
            3 => $"{word}.Equals({Quoted()})",
            4 => Wrapped($"{word} {dice.Of("in", "not in", "not_in")} ({Quoted()}, {Quoted()})"),
            5 => $"new[] {{ {Quoted()}, {Quoted()} }}.Contains({word})",
            6 => $"ExpressionUtils.CheckContains({word}, \"{dice.Of(values)},{dice.Of(values)}\")",
            7 => Wrapped($"({Truth(place, 0)} ? {Quoted()} : {word}) {dice.Of("==", "!=")} {Quoted()}"),
            8 => Wrapped($"{dice.Of($"({word} ?? {Quoted()})", $"isnull({word}, {Quoted()})", $"np({word}, {Quoted()})")} == {Quoted()}"),
            _ => Wrapped($"{word} {dice.Pick(Likes)} {Quoted()}"),
        };
    }

    private string Word(MadePlace place, out string[] values)
    {
        bool isOfSchool = (place.Item is null && !place.HasClass) || dice.OneIn(2);
        values = isOfSchool ? ["public", "private"] : ["ordinary", "special"];
        return isOfSchool ? OfSchool(place, "school_type") : OfClass(place, "kind");
    }

    private string Truthful(MadePlace place) => (place.Item is null && !place.HasClass) || dice.OneIn(2) ? OfSchool(place, "boarding") : OfClass(place, "phones_in_class");

    private string Set(MadePlace place) => place.Item is null && !place.HasClass ? Flag(place) : dice.Between(0, 3) switch
    {
        0 => $"{OfClass(place, "subjects")}.Any()",
        1 => Wrapped($"\"art\" in {OfClass(place, "subjects")}"),
        _ => $"{OfClass(place, "subjects")}.Contains(\"{dice.Of("art", "music")}\")",
    };

    private string Date(MadePlace place) => (place.Item is null && !place.HasClass) || dice.OneIn(2) ? OfSchool(place, "opened") : OfClass(place, "formed");

    private string WrittenDay() => dice.Of("DateTime(2024, 9, 1)", "DateTime.Parse(\"2024-02-29\")", "Convert.ToDateTime(\"2025-12-31\")", "DateTime(2022,9,1)");

    private string Day(MadePlace place)
    {
        string left = dice.OneIn(3) ? $"{Known(Date(place))}.AddDays({dice.Of("7", "-1", "365", "1")})" : dice.OneIn(5) ? $"{Known(Date(place))}.Date" : Date(place);
        string right = dice.Between(0, 3) switch { 0 => Date(place), 1 => "\"2024-09-01\"", _ => WrittenDay() };
        return dice.OneIn(8) ? $"{left}.Equals({WrittenDay()})" : Wrapped($"{left} {(dice.OneIn(4) ? dice.Pick(Likes) : dice.Pick(Orders))} {right}");
    }

    private string Hour(MadePlace place)
    {
        if (place.Item is null && !place.HasClass) return Day(place);
        string Time() => OfClass(place, dice.Of("starts", "ends", "ends", "lights_out"));
        if (dice.OneIn(3)) return Wrapped($"({Known(OfClass(place, "ends"))} - {Known(OfClass(place, "starts"))}).{dice.Of("TotalMinutes", "TotalHours")} {dice.Pick(Orders)} {dice.Of("480", "8", "8.5", "500")}");
        string right = dice.Between(0, 4) switch { 0 => Time(), 1 => "\"16:30\"", 2 => "TimeSpan(16, 30, 0)", _ => $"TimeSpan.Parse(\"{dice.Of("08:00", "17:00", "22:30", "00:30")}\")" };
        return Wrapped($"{Time()} {(dice.OneIn(4) ? dice.Pick(Likes) : dice.Pick(Orders))} {right}");
    }
}
