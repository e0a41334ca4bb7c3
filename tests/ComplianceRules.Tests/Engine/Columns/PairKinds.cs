using System.Globalization;

namespace ComplianceRules.Tests.Engine.Columns;

/// <summary>Makes random bodies of the kinds that are made of several parts.</summary>
/// <param name="dice">What with.</param>
/// <param name="schema">The fields.</param>
/// <param name="subject">The subject's table.</param>
internal sealed class PairKinds(Dice dice, PairSchema schema, string subject)
{
    private readonly PairExpressions _terms = new(dice, schema, subject, null);

    /// <summary>Two figures that must agree.</summary>
    public Dictionary<string, object> Consistency()
    {
        string type = dice.Of("number", "number", "number", "set", "enum", "date", "bool");
        string left = type == "number" && dice.OneIn(3) ? _terms.Number(1) : _terms.Field(type) ?? "as_of";
        string right = type == "number" ? dice.OneIn(2) ? _terms.Number(1) : Number() : _terms.Field(type) ?? "as_of";
        Dictionary<string, object> body = new() { ["left"] = left, ["right"] = right };
        if (type == "number" && dice.OneIn(2)) body["tolerance"] = dice.OneIn(4) ? "$plain" : dice.Of(0m, 0.1m, 1m, 100m);
        return body;
    }

    /// <summary>Bands, some of which are computed and need not ascend on every row.</summary>
    public Dictionary<string, object> Bands()
    {
        string of = dice.OneIn(2) ? _terms.Field("number") ?? "1.5" : _terms.Number(1);
        decimal from = decimal.Parse(_terms.NumberLimit(), CultureInfo.InvariantCulture);
        List<Dictionary<string, object>> bands = [];
        for (int i = 0; i < dice.Between(1, 4); i++, from += dice.Of(0.5m, 1m, 20m))
            bands.Add(new() { ["id"] = $"b{i}", ["from"] = dice.OneIn(4) ? $"param('{dice.Of("plain", "dated")}') + {PairSchema.Text(dice.Of(0.5m, 1.5m))}" : from, ["title"] = $"等次{i}" });
        Dictionary<string, object> body = new() { ["of"] = of, ["bands"] = bands };
        if (!dice.OneIn(4)) body["compliantFrom"] = dice.Pick(bands)["id"];
        return body;
    }

    /// <summary>So many of some items, perhaps with a floor.</summary>
    /// <param name="limit">Makes the body of a limit.</param>
    public Dictionary<string, object> KOf(Func<Dictionary<string, object>> limit)
    {
        bool hasFloor = dice.OneIn(3);
        int count = dice.OneIn(6) ? dice.Between(8, 17) : dice.Between(1, 6);
        List<Dictionary<string, object>> items = [];
        for (int i = 0; i < count; i++)
        {
            Dictionary<string, object> item = new() { ["id"] = $"i{i}" };
            if (hasFloor) item["limit"] = new Dictionary<string, object> { ["of"] = _terms.Field("number") ?? "1.5", ["min"] = dice.OneIn(3) ? "$plain" : decimal.Parse(_terms.NumberLimit(), CultureInfo.InvariantCulture) };
            else if (dice.OneIn(2)) item["limit"] = limit();
            else item["require"] = _terms.Condition(dice.Between(0, 1));
            items.Add(item);
        }

        Dictionary<string, object> body = new() { ["k"] = dice.Between(1, count), ["items"] = items };
        if (hasFloor) body["floor"] = dice.Of(0m, 33.3m, 85m, 100m);
        return body;
    }

    /// <summary>How unequal the rows of a list are.</summary>
    /// <param name="below">The table of the rows.</param>
    public Dictionary<string, object> Balance(PairTable below)
    {
        PairExpressions child = new(dice, schema, subject, below.Name);
        bool isSpread = dice.OneIn(2);
        Dictionary<string, object> body = new()
        {
            ["of"] = below.Children,
            ["measure"] = dice.OneIn(3) ? child.Number(1) : child.Field("number") ?? "1.5",
            ["statistic"] = isSpread ? "spread" : "cv",
            ["max"] = dice.OneIn(4) ? "$plain" : dice.Of(0m, 0.2m, 0.5m, 1m, 3m),
        };
        if (dice.OneIn(2)) body["where"] = child.Condition(dice.Between(0, 1));
        if (!isSpread && dice.OneIn(2)) body["weight"] = child.Field("number") ?? "1.5";
        return body;
    }

    /// <summary>Steps, each after one before it or after none.</summary>
    public Dictionary<string, object> Sequence()
    {
        List<Dictionary<string, object>> steps = [];
        for (int i = 0; i < dice.Between(1, 4); i++)
        {
            bool isSpan = dice.OneIn(2);
            Dictionary<string, object> step = new() { ["id"] = $"s{i}" };
            if (isSpan) (step["from"], step["to"]) = (Day(), Day());
            else step["on"] = Day();
            if (isSpan && dice.OneIn(2)) step["lasts"] = Span();
            if (i > 0 && !dice.OneIn(4)) step["after"] = dice.OneIn(2) ? $"s{i - 1}" : $"s{dice.Between(0, i - 1)}";
            if (step.ContainsKey("after") && dice.OneIn(2)) step["strictly"] = dice.OneIn(2);
            if (step.ContainsKey("after") && dice.OneIn(2)) step["wait"] = Span();
            if (dice.OneIn(2)) step["when"] = dice.OneIn(3) ? _terms.Condition(1) : _terms.Field("bool") ?? "true";
            steps.Add(step);
        }

        return new() { ["steps"] = steps };
    }

    private string Number() => _terms.Field("number") ?? "1.5";

    private string Day() => dice.OneIn(5) ? $"({_terms.Field("date") ?? "as_of"} + days({dice.Between(-1, 2)}))" : _terms.Field("date") ?? "as_of";

    private Dictionary<string, object> Span()
    {
        Dictionary<string, object> span = new() { ["min"] = dice.OneIn(4) ? $"days({dice.Between(0, 3)})" : dice.Between(0, 3) };
        if (dice.OneIn(2)) span["days"] = dice.Of("calendar", "working");
        return span;
    }
}
