using System.Globalization;
using ComplianceRules.Tests.Engine;

namespace ComplianceRules.Tests.Proofs;

/// <summary>A rule as packs write it, with numbers that can be changed, so that another much like it can be made of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Subject">The table that it judges.</param>
/// <param name="Body">Its kind; numbers stand as <c>{0}</c>, <c>{1}</c> and so on.</param>
/// <param name="Numbers">The numbers.</param>
internal sealed record MadePackRule(string Id, string Subject, string Body, params int[] Numbers)
{
    private const string Area = "x";

    public string Binding { get; init; } = "mandatory";

    public string? When { get; init; }

    public string Source { get; init; } = "law";

    /// <summary>The rest of its days, begun with a comma.</summary>
    public string Days { get; init; } = string.Empty;

    public string From { get; init; } = "2020-01-01";

    public string? SeasonOf { get; init; }

    public string? Overrides { get; init; }

    /// <summary>One that takes its place and is much like it.</summary>
    /// <param name="dice">Chooses.</param>
    public MadePackRule Replaced(Dice dice)
    {
        MadePackRule own = this with { Id = dice.OneIn(2) ? Id : $"own-{Id}", Overrides = Id, From = dice.Of(From, From, "2022-01-01", "2023-03-01") };
        for (int i = dice.Between(0, 2); i > 0; i--) own = own.Changed(dice);
        return own;
    }

    private MadePackRule Changed(Dice dice) => dice.Between(0, 11) switch
    {
        0 => this with { When = MadePacks.Condition(dice, Subject) },
        1 => this with { When = null },
        2 => this with { Binding = dice.Of("mandatory", "principle") },
        3 => this with { Days = dice.Of(string.Empty, ", \"warningUntil\": \"2024-12-31\"", ", \"warningUntil\": \"2024-03-31\"", ", \"until\": \"2024-12-31\"") },
        4 => this with { Source = dice.Of("law", "rumour") },
        5 => this with { SeasonOf = SeasonOf is null ? null : dice.Of("opened", "counted_on", null) },
        6 => this with { Body = Body.Replace("\"s\"", "\"s\", \"t\"", StringComparison.Ordinal) },
        7 => this with { Body = Body.Replace("\"c\", ", string.Empty, StringComparison.Ordinal) },
        _ when Numbers.Length > 0 => WithNumber(dice.Between(0, Numbers.Length - 1), dice.Of(-1, 1, 1, 2)),
        _ => this,
    };

    private MadePackRule WithNumber(int at, int more)
    {
        int[] numbers = [.. Numbers];
        // A digit before another is no zero.
        numbers[at] = Math.Max(Body.Contains("}0", StringComparison.Ordinal) ? 1 : 0, numbers[at] + more);
        return this with { Numbers = numbers };
    }

    public override string ToString() => $$"""
        { "id": "{{Id}}", "area": "{{Area}}", "subject": "{{Subject}}", "title": "规则", {{string.Format(CultureInfo.InvariantCulture, Body.Replace("{ ", "{{ ", StringComparison.Ordinal).Replace(" }", " }}", StringComparison.Ordinal), [.. Numbers.Cast<object>()])}},
          "binding": "{{Binding}}", "source": { "instrument": "{{Source}}", "clause": "1" }, "effective": { "from": "{{From}}"{{Days}} }{{Optional("when", When)}}{{Optional("seasonOf", SeasonOf)}}{{Optional("overrides", Overrides)}} }
        """;

    private static string Optional(string key, string? value) => value is null ? string.Empty : $", \"{key}\": {System.Text.Json.JsonSerializer.Serialize(value)}";
}
