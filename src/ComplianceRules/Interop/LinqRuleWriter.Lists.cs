using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Interop;

internal sealed partial class LinqRuleWriter
{
    private LinqItems? Rows(ChildListPath list, ImmutableArray<LinqFrame> frames)
    {
        if (Row(list.Row, frames) is not { } row || !CanName(list.List)) return null;
        string text = $"{row.Text}.{list.List}";
        LinqFrame item = new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"r{frames.Length}"), row.Row.List(list.List, list.Table));
        return new LinqItems(LinqTest.And(row.Known, LinqTest.Of($"{text} != null")), text, item, LinqTruth.Always);
    }

    private LinqItems? Items(TypedExpression list, ImmutableArray<LinqFrame> frames)
    {
        if (list is RowsExpression rows) return Rows(rows.List, frames);
        if (list is not MacroExpression { Kind: MacroKind.Filter or MacroKind.Map } macro)
        {
            Refuse();
            return null;
        }

        if (Items(macro.List, frames) is not { } items) return null;
        ImmutableArray<LinqFrame> inside = frames.Add(items.Item);
        if (macro.Kind == MacroKind.Filter) return items with { In = LinqTruth.And(items.In, Truth(macro.Body, inside)) };
        bool isTruth = macro.Body.Type is { Kind: FieldType.Bool, IsList: false };
        return items with { Item = isTruth ? items.Item with { Truth = Truth(macro.Body, inside) } : items.Item with { Value = Value(macro.Body, inside) } };
    }

    private LinqTruth Quantified(MacroExpression macro, ImmutableArray<LinqFrame> frames)
    {
        if (macro.Kind is not (MacroKind.All or MacroKind.Exists or MacroKind.ExistsOne)) return Refuse();
        if (Items(macro.List, frames) is not { } items) return LinqTruth.Unknown;
        LinqTruth body = Truth(macro.Body, frames.Add(items.Item));
        LinqTruth counts = LinqTruth.And(items.In, body);
        return macro.Kind switch
        {
            MacroKind.All => Exists(items, LinqTruth.And(items.In, body.Not)).Not,
            MacroKind.Exists => Exists(items, counts),
            _ => ExistsOne(items, counts),
        };
    }

    private static LinqTruth Exists(LinqItems items, LinqTruth counts) =>
        new(LinqTest.And(items.Known, items.Any(counts.True)), LinqTest.And(items.Known, items.All(counts.False)));

    // Two that surely count decide it, whatever else is unknown.
    private static LinqTruth ExistsOne(LinqItems items, LinqTruth counts)
    {
        (string found, LinqTest decided) = (items.Count(counts.True).Text, Decided(items, counts));
        return new LinqTruth(
            LinqTest.And(items.Known, decided, LinqTest.Of($"{found} == 1")),
            LinqTest.And(items.Known, LinqTest.Or(LinqTest.Of($"{found} > 1"), LinqTest.And(decided, LinqTest.Of($"{found} != 1")))));
    }

    private static LinqTest Decided(LinqItems items, LinqTruth counts) => items.All(LinqTest.Or(counts.True, counts.False));

    private LinqTruth AnyChild(AnyChildExpression any, ImmutableArray<LinqFrame> frames) =>
        Rows(any.List, frames) is { } items ? Exists(items, Truth(any.Where, frames.Add(items.Item))) : LinqTruth.Unknown;

    private ImmutableArray<LinqCase> Count(MacroExpression count, ImmutableArray<LinqFrame> frames)
    {
        if (Items(count.List, frames) is not { } items) return [];
        LinqTruth counts = LinqTruth.And(items.In, Truth(count.Body, frames.Add(items.Item)));
        return [new LinqCase(LinqTest.And(items.Known, Decided(items, counts)), LinqNumber.Of(items.Count(counts.True)))];
    }

    private ImmutableArray<LinqCase> Aggregate(AggregateExpression aggregate, ImmutableArray<LinqFrame> frames)
    {
        if (aggregate.Kind is AggregateKind.Variation or AggregateKind.Percentile) return RefuseValue(DiagnosticCodes.ExportFunction, AggregateNames.Of(aggregate.Kind));
        if (Items(aggregate.List, frames) is not { } items) return [];
        if (aggregate.Kind == AggregateKind.Size) return [new LinqCase(LinqTest.And(items.Known, Decided(items, items.In)), LinqNumber.Of(items.Count(items.In.True)))];
        if (items.Item.Value is not { } value || One(value) is not { } number) return RefuseValue(DiagnosticCodes.ExportInexact);
        LinqTest all = LinqTest.And(items.Known, items.All(LinqTest.Or(items.In.False, LinqTest.And(items.In.True, LinqTest.Or(value.Select(c => c.When))))));
        LinqTest any = LinqTest.And(all, items.Any(items.In.True));
        LinqNumber sum = number with { Top = items.Sum(number.Top), Day = null };
        return aggregate.Kind switch
        {
            AggregateKind.Sum => [new LinqCase(all, sum)],
            AggregateKind.Average => [new LinqCase(any, sum.Over(LinqNumber.Of(items.Count(items.In.True))))],
            AggregateKind.Min => [new LinqCase(any, Extreme(items, "Min", number))],
            _ => [new LinqCase(any, Extreme(items, "Max", number))],
        };
    }

    private static LinqNumber Extreme(LinqItems items, string method, LinqNumber number) =>
        number.Day is { } day ? DayOf(items.Extreme(method, day)) : number with { Top = items.Extreme(method, number.Top) };

    // All cases of an item in one number over the same written divisor; null where they cannot be.
    private static LinqNumber? One(ImmutableArray<LinqCase> value)
    {
        if (value.IsEmpty || value[0].Term is not LinqNumber first || first.Bottom.Constant is null) return null;
        if (value.Length == 1) return first;
        if (value.Any(c => c.Term is not LinqNumber number || number.Bottom != first.Bottom)) return null;
        ImmutableArray<(LinqTest When, LinqFactor Top)> cases = [.. value.Select(c => (c.When, ((LinqNumber)c.Term).Top))];
        string text = cases.Reverse().Aggregate("0m", (rest, c) => $"iif({c.When.Text}, 0m + {c.Top.Text}, {rest})");
        return new LinqNumber(new LinqFactor(text, cases.Min(c => c.Top.Low), cases.Max(c => c.Top.High), cases.Max(c => c.Top.Scale)), first.Bottom);
    }
}
