using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Interop;

internal sealed partial class DynamicRuleWriter
{
    private DynamicItems? Rows(ChildListPath list, ImmutableArray<DynamicFrame> frames)
    {
        if (Row(list.Row, frames) is not { } row || !CanName(list.List)) return null;
        string text = $"{row.Text}.{list.List}";
        DynamicFrame item = new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"r{frames.Length}"), row.Row.List(list.List, list.Table));
        return new DynamicItems(DynamicTest.And(row.Known, DynamicTest.Of($"{text} != null")), text, item, DynamicTruth.Always);
    }

    private DynamicItems? Items(TypedExpression list, ImmutableArray<DynamicFrame> frames)
    {
        if (list is RowsExpression rows) return Rows(rows.List, frames);
        if (list is not MacroExpression { Kind: MacroKind.Filter or MacroKind.Map } macro)
        {
            Refuse();
            return null;
        }

        if (Items(macro.List, frames) is not { } items) return null;
        ImmutableArray<DynamicFrame> inside = frames.Add(items.Item);
        if (macro.Kind == MacroKind.Filter) return items with { In = DynamicTruth.And(items.In, Truth(macro.Body, inside)) };
        bool isTruth = macro.Body.Type is { Kind: FieldType.Bool, IsList: false };
        return items with { Item = isTruth ? items.Item with { Truth = Truth(macro.Body, inside) } : items.Item with { Value = Value(macro.Body, inside) } };
    }

    private DynamicTruth Quantified(MacroExpression macro, ImmutableArray<DynamicFrame> frames)
    {
        if (macro.Kind is not (MacroKind.All or MacroKind.Exists or MacroKind.ExistsOne)) return Refuse();
        if (Items(macro.List, frames) is not { } items) return DynamicTruth.Unknown;
        DynamicTruth body = Truth(macro.Body, frames.Add(items.Item));
        DynamicTruth counts = DynamicTruth.And(items.In, body);
        return macro.Kind switch
        {
            MacroKind.All => Exists(items, DynamicTruth.And(items.In, body.Not)).Not,
            MacroKind.Exists => Exists(items, counts),
            _ => ExistsOne(items, counts),
        };
    }

    private static DynamicTruth Exists(DynamicItems items, DynamicTruth counts) =>
        new(DynamicTest.And(items.Known, items.Any(counts.True)), DynamicTest.And(items.Known, items.All(counts.False)));

    // Two that surely count decide it, whatever else is unknown.
    private static DynamicTruth ExistsOne(DynamicItems items, DynamicTruth counts)
    {
        (string found, DynamicTest decided) = (items.Count(counts.True).Text, Decided(items, counts));
        return new DynamicTruth(
            DynamicTest.And(items.Known, decided, DynamicTest.Of($"{found} == 1")),
            DynamicTest.And(items.Known, DynamicTest.Or(DynamicTest.Of($"{found} > 1"), DynamicTest.And(decided, DynamicTest.Of($"{found} != 1")))));
    }

    private static DynamicTest Decided(DynamicItems items, DynamicTruth counts) => items.All(DynamicTest.Or(counts.True, counts.False));

    private DynamicTruth AnyChild(AnyChildExpression any, ImmutableArray<DynamicFrame> frames) =>
        Rows(any.List, frames) is { } items ? Exists(items, Truth(any.Where, frames.Add(items.Item))) : DynamicTruth.Unknown;

    private ImmutableArray<DynamicCase> Count(MacroExpression count, ImmutableArray<DynamicFrame> frames)
    {
        if (Items(count.List, frames) is not { } items) return [];
        DynamicTruth counts = DynamicTruth.And(items.In, Truth(count.Body, frames.Add(items.Item)));
        return [new DynamicCase(DynamicTest.And(items.Known, Decided(items, counts)), DynamicNumber.Of(items.Count(counts.True)))];
    }

    private ImmutableArray<DynamicCase> Aggregate(AggregateExpression aggregate, ImmutableArray<DynamicFrame> frames)
    {
        if (aggregate.Kind is AggregateKind.Variation or AggregateKind.Percentile) return RefuseValue(DiagnosticCodes.ExportFunction, AggregateNames.Of(aggregate.Kind));
        if (Items(aggregate.List, frames) is not { } items) return [];
        if (aggregate.Kind == AggregateKind.Size) return [new DynamicCase(DynamicTest.And(items.Known, Decided(items, items.In)), DynamicNumber.Of(items.Count(items.In.True)))];
        if (items.Item.Value is not { } value || One(value) is not { } number) return RefuseValue(DiagnosticCodes.ExportInexact);
        DynamicTest all = DynamicTest.And(items.Known, items.All(DynamicTest.Or(items.In.False, DynamicTest.And(items.In.True, DynamicTest.Or(value.Select(c => c.When))))));
        DynamicTest any = DynamicTest.And(all, items.Any(items.In.True));
        DynamicNumber sum = number with { Top = items.Sum(number.Top), Day = null };
        return aggregate.Kind switch
        {
            AggregateKind.Sum => [new DynamicCase(all, sum)],
            AggregateKind.Average => [new DynamicCase(any, sum.Over(DynamicNumber.Of(items.Count(items.In.True))))],
            AggregateKind.Min => [new DynamicCase(any, Extreme(items, "Min", number))],
            _ => [new DynamicCase(any, Extreme(items, "Max", number))],
        };
    }

    private static DynamicNumber Extreme(DynamicItems items, string method, DynamicNumber number) =>
        number.Day is { } day ? DayOf(items.Extreme(method, day)) : number with { Top = items.Extreme(method, number.Top) };

    // All cases of an item in one number over the same written divisor; null where they cannot be.
    private static DynamicNumber? One(ImmutableArray<DynamicCase> value)
    {
        if (value.IsEmpty || value[0].Term is not DynamicNumber first || first.Bottom.Constant is null) return null;
        if (value.Length == 1) return first;
        if (value.Any(c => c.Term is not DynamicNumber number || number.Bottom != first.Bottom)) return null;
        ImmutableArray<(DynamicTest When, DynamicFactor Top)> cases = [.. value.Select(c => (c.When, ((DynamicNumber)c.Term).Top))];
        string text = cases.Reverse().Aggregate("0m", (rest, c) => $"iif({c.When.Text}, 0m + {c.Top.Text}, {rest})");
        return new DynamicNumber(new DynamicFactor(text, cases.Min(c => c.Top.Low), cases.Max(c => c.Top.High), cases.Max(c => c.Top.Scale)), first.Bottom);
    }
}
