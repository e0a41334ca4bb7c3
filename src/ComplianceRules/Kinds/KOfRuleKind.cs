using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Json;

namespace ComplianceRules.Kinds;

/// <summary>Items of which at least so many must hold, and the others perhaps reach a part of their own limits.</summary>
internal sealed class KOfRuleKind : IRuleKind
{
    private static readonly Rational Hundred = Rational.Of(100);

    private static readonly LocalText Counted = new("{title}：{count}项中达标{held}项，应不少于{needed}项{items}", "{title}: {held} of {count} items hold, at least {needed} are needed{items}");

    public string Name => "k-of";

    public JudgedForm? Lower(KindContext rule, TypedExpression applies)
    {
        ObjectReader body = new(rule.Body, rule.Problems);
        int? wanted = body.Required("k") is { } k ? NodeReader.Whole(k, "k", rule.Problems) : null;
        JsonNode? floor = body.OptionalNumber("floor");
        ImmutableArray<NamedPart> parts = NamedParts.Read(rule, body, "items");
        body.Done();
        if (parts.IsEmpty || wanted is not { } needed) return null;
        ImmutableArray<JudgedItem> items = [.. parts.Select(p => Item(rule, p, floor)).OfType<JudgedItem>()];
        if (!Fits(rule, needed, floor, parts.Length) || items.Length < parts.Length) return null;
        TypedExpression enough = new AtLeastExpression(needed, [.. items.Select(i => i.Holds)]);
        return new JudgedForm(applies, KindContext.All(items.Select(i => i.Floor).OfType<TypedExpression>().Prepend(enough))) { Items = items, ItemsNeeded = needed, Breach = Counted, Kept = Counted };
    }

    private static bool Fits(KindContext rule, int needed, JsonNode? floor, int items)
    {
        bool fits = needed >= 1 && needed <= items;
        if (!fits) rule.Problems.Report(DiagnosticCodes.KBeyondItems, rule.Body["k"]!.Span, needed.ToString(CultureInfo.InvariantCulture), items.ToString(CultureInfo.InvariantCulture));
        if (floor is null || Rational.Parse(floor.Text) is var part && part >= Rational.Zero && part <= Hundred) return fits;
        rule.Problems.Report(DiagnosticCodes.FloorBeyondLimit, floor.Span, floor.Text);
        return false;
    }

    private static JudgedItem? Item(KindContext rule, NamedPart part, JsonNode? floor)
    {
        (JsonNode? limit, JsonNode? require) = (part.Reader.Optional("limit"), part.Reader.Optional("require"));
        part.Reader.Done();
        if (limit is null == require is null)
        {
            rule.Problems.Report(DiagnosticCodes.ItemOfWhat, part.Reader.Node.Span with { Length = 1 }, part.Id);
            return null;
        }

        if (require is not null && floor is not null) return WithoutMin(rule, part, require);
        if (require is not null) return rule.Checker.Condition(require) is { } condition ? new JudgedItem(part.Id, part.Title, condition) : null;
        if (LimitReader.Read(rule with { Body = limit! }) is not { } read) return null;
        JudgedItem item = new(part.Id, part.Title, read.Holds) { Measures = read.Measures };
        return floor is null ? item : WithFloor(rule, part, item, floor);
    }

    // An item that holds has done enough, also where its limit is below zero and the part of it above.
    private static JudgedItem? WithFloor(KindContext rule, NamedPart part, JudgedItem item, JsonNode floor)
    {
        if (item.Measures is not [{ Observed: { Type: { Kind: FieldType.Number, IsRoot: false } } observed, Bound: { Kind: BoundKind.Min, Value.Type.IsRoot: false } bound }, ..])
            return WithoutMin(rule, part, part.Reader.Node["limit"]!);
        LiteralExpression share = new(ExpressionType.Number(Unit.One), new NumberValue(Rational.Parse(floor.Text) / Hundred));
        TypedExpression least = new ArithmeticExpression(observed.Type with { IsInt = false }, ArithmeticOperator.Multiply, bound.Value, share);
        return item with { Floor = new LogicExpression(false, item.Holds, new ComparisonExpression(ComparisonOperator.GreaterOrEqual, observed, least)) };
    }

    private static JudgedItem? WithoutMin(KindContext rule, NamedPart part, JsonNode at)
    {
        rule.Problems.Report(DiagnosticCodes.FloorWithoutMin, at.Span, part.Id);
        return null;
    }
}
