using System.Collections.Immutable;
using System.Numerics;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Rules;

internal sealed partial class SqlRuleWriter
{
    private SqlItems? Rows(ChildListPath list, ImmutableArray<SqlFrame> frames)
    {
        if (Row(list.Row, frames) is not { } owner || owner.List(list.List) is not { } joined) return null;
        if (frames.Length > 1 && (list.Row.Frame < frames.Length - 1 || list.Row.Table != frames[^1].Table)) Refuse(DiagnosticCodes.SqlAcross);
        // The classes of a year group do not lie below it, but below its school.
        ImmutableArray<string> reached = [.. scope.Layout.Schema.SelfAndAncestors(owner.Schema.Name).Select(t => t.Name)];
        SqlRows seen = joined.Rows.Above!;
        while (!reached.Contains(seen.Schema.Name)) seen = seen.Above!;
        ImmutableArray<SqlFrame> inside = [.. frames.Select(f => f with { Rows = f.Rows is null ? null : seen }), new SqlFrame(joined.Rows, joined.Rows.Schema.Name)];
        return new SqlItems(joined, joined.Reported, inside, SqlTruth.Always);
    }

    private SqlItems? Items(TypedExpression list, ImmutableArray<SqlFrame> frames)
    {
        if (list is RowsExpression rows) return Rows(rows.List, frames);
        if (list is not MacroExpression { Kind: MacroKind.Filter or MacroKind.Map } macro)
        {
            Refuse();
            return null;
        }

        if (Items(macro.List, frames) is not { } items) return null;
        if (macro.Kind == MacroKind.Filter) return items with { In = SqlTruth.And(items.In, Truth(macro.Body, items.Frames)) };
        bool isTruth = macro.Body.Type is { Kind: FieldType.Bool, IsList: false };
        SqlFrame item = isTruth ? items.Item with { Truth = Truth(macro.Body, items.Frames) } : items.Item with { Value = Value(macro.Body, items.Frames) };
        return items with { Frames = items.Frames.SetItem(items.Frames.Length - 1, item) };
    }

    private SqlTruth Quantified(MacroExpression macro, ImmutableArray<SqlFrame> frames)
    {
        if (macro.Kind is not (MacroKind.All or MacroKind.Exists or MacroKind.ExistsOne)) return Refuse();
        if (Items(macro.List, frames) is not { } items) return SqlTruth.Unknown;
        SqlTruth body = Truth(macro.Body, items.Frames);
        SqlTruth counts = SqlTruth.And(items.In, body);
        return macro.Kind switch
        {
            MacroKind.All => Exists(items, SqlTruth.And(items.In, body.Not)).Not,
            MacroKind.Exists => Exists(items, counts),
            _ => ExistsOne(items, counts),
        };
    }

    private static SqlTruth Exists(SqlItems items, SqlTruth counts) =>
        new(SqlTest.And(items.Known, items.Any(counts.True)), SqlTest.And(items.Known, items.All(counts.False)));

    // Two that surely count decide it, whatever else is unknown.
    private static SqlTruth ExistsOne(SqlItems items, SqlTruth counts)
    {
        (string found, SqlTest decided) = (items.List.Count(counts.True), Decided(items, counts));
        return new SqlTruth(
            SqlTest.And(items.Known, decided, SqlTest.Of($"{found} = 1")),
            SqlTest.And(items.Known, SqlTest.Or(SqlTest.Of($"{found} > 1"), SqlTest.And(decided, SqlTest.Of($"{found} <> 1")))));
    }

    private static SqlTest Decided(SqlItems items, SqlTruth counts) => items.All(SqlTest.Or(counts.True, counts.False));

    private SqlTruth AnyChild(AnyChildExpression any, ImmutableArray<SqlFrame> frames) =>
        Rows(any.List, frames) is { } items ? Exists(items, Truth(any.Where, items.Frames)) : SqlTruth.Unknown;

    private ImmutableArray<SqlCase> Count(MacroExpression count, ImmutableArray<SqlFrame> frames)
    {
        if (Items(count.List, frames) is not { } items) return [];
        SqlTruth counts = SqlTruth.And(items.In, Truth(count.Body, items.Frames));
        return [new SqlCase(SqlTest.And(items.Known, Decided(items, counts)), SqlNumber.Of(items.Count(counts.True)))];
    }

    private ImmutableArray<SqlCase> Aggregate(AggregateExpression aggregate, ImmutableArray<SqlFrame> frames)
    {
        if (aggregate.Kind is AggregateKind.Variation or AggregateKind.Percentile) return RefuseValue(DiagnosticCodes.SqlFunction, AggregateNames.Of(aggregate.Kind));
        if (Items(aggregate.List, frames) is not { } items) return [];
        if (aggregate.Kind == AggregateKind.Size) return [new SqlCase(SqlTest.And(items.Known, Decided(items, items.In)), SqlNumber.Of(items.Count(items.In.True)))];
        if (items.Item.Value is not { } value) return RefuseValue();
        SqlTest isKnown = SqlTest.Or(value.Select(c => c.When));
        SqlTest all = SqlTest.And(items.Known, items.All(SqlTest.Or(items.In.False, SqlTest.And(items.In.True, isKnown))));
        SqlTest any = SqlTest.And(all, items.Any(items.In.True));
        if (any.IsFalse && aggregate.Kind != AggregateKind.Sum) return [];
        if (value.IsEmpty) return aggregate.Kind == AggregateKind.Sum ? [new SqlCase(all, SqlNumber.Of(Rational.Zero))] : [];
        if (One(value) is not { } number) return RefuseValue(DiagnosticCodes.SqlInexact);
        bool isExtreme = aggregate.Kind is AggregateKind.Min or AggregateKind.Max;
        if (isExtreme && number.Plain is not null) return [new SqlCase(any, ExtremePlain(items, aggregate.Kind, number))];
        SqlNumber counted = Counted(number);
        return aggregate.Kind switch
        {
            AggregateKind.Sum => [new SqlCase(all, Sum(items, counted))],
            AggregateKind.Average => [new SqlCase(any, Sum(items, counted).Over(SqlNumber.Of(items.Count(items.In.True) with { Low = BigInteger.Zero })))],
            _ => [new SqlCase(any, counted with { Top = Extreme(items, aggregate.Kind, counted.Top) })],
        };
    }

    private SqlNumber Sum(SqlItems items, SqlNumber number)
    {
        SqlFactor top = number.Top;
        BigInteger low = BigInteger.Min(top.Low, BigInteger.Zero) * SqlList.Most;
        BigInteger high = BigInteger.Max(top.High, BigInteger.Zero) * SqlList.Most;
        string text = items.List.Result(scope.Dialect.Sum(Kept(items, top.Text, "0")), "0");
        return new SqlNumber(new SqlFactor(text, low, high, top.Unit) { HasExactParts = top.IsExact }, number.Bottom);
    }

    private static SqlFactor Extreme(SqlItems items, AggregateKind kind, SqlFactor top) =>
        top with { Text = items.List.Result($"COALESCE({NameOf(kind)}({Kept(items, top.Text, "NULL")}), 0)", "0"), IsSum = false };

    // The smallest of doubles is one of them, so that it is compared as it stands; nothing is computed with it.
    private static SqlNumber ExtremePlain(SqlItems items, AggregateKind kind, SqlNumber number)
    {
        string plain = items.List.Result($"COALESCE({NameOf(kind)}({Kept(items, number.Plain!, "NULL")}), 0)", "0");
        SqlFactor counted = Extreme(items, kind, Counted(number).Top);
        return new SqlNumber(counted, number.Bottom) { Plain = plain };
    }

    private static string NameOf(AggregateKind kind) => kind == AggregateKind.Min ? "MIN" : "MAX";

    private static string Kept(SqlItems items, string value, string other) => items.In.True.IsTrue ? value : $"CASE WHEN {items.In.True.Text} THEN {value} ELSE {other} END";

    // All cases of an item in one number over the same written divisor; null where they cannot be.
    private static SqlNumber? One(ImmutableArray<SqlCase> value)
    {
        if (value[0].Term is not SqlNumber first || first.Bottom.Constant is null) return null;
        if (value.Length == 1) return first;
        if (value.Any(c => c.Term is not SqlNumber number || number.Bottom != first.Bottom)) return null;
        ImmutableArray<(SqlTest When, SqlFactor Top)> cases = [.. value.Select(c => (c.When, Counted((SqlNumber)c.Term).Top))];
        SqlFactor smallest = cases.Aggregate(SqlFactor.Of(Rational.Zero), (unit, c) => SqlFactor.Alike(unit, c.Top).Left);
        ImmutableArray<(SqlTest When, SqlFactor Top)> alike = [.. cases.Select(c => (c.When, c.Top.In(smallest.Unit)))];
        string text = $"CASE {string.Join(' ', alike.Select(c => $"WHEN {c.When.Text} THEN {c.Top.Text}"))} ELSE 0 END";
        BigInteger low = alike.Min(c => c.Top.Low);
        BigInteger high = alike.Max(c => c.Top.High);
        return new SqlNumber(new SqlFactor(text, low, high, smallest.Unit) { HasExactParts = alike.All(c => c.Top.IsExact) }, first.Bottom);
    }
}
