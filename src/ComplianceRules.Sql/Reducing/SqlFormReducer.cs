using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Kinds;

namespace ComplianceRules.Sql.Reducing;

/// <summary>Puts columns that the database works out in the place of what a rule of regions asks of single rows; what is made of the rows together stays as it is.</summary>
/// <remarks>For one rule. Where something cannot be put so, nothing of the rule is.</remarks>
/// <param name="tables">The table of rows by its name; null where rules of regions cannot read it so.</param>
/// <param name="parameters">The values in force, a set for each group of regions that the rule judges.</param>
/// <param name="schema">The tables and fields.</param>
internal sealed class SqlFormReducer(Func<string, SqlReducedTable?> tables, ImmutableArray<ParameterTable> parameters, FactSchema schema)
{
    private readonly HashSet<string> _own = new(StringComparer.Ordinal);
    private bool _isRefused;

    /// <summary>The tables that are no school's and whose rows the rule goes through as they stand.</summary>
    public IReadOnlySet<string> Own => _own;

    /// <summary>The rule with those columns; null where SQL cannot say what it asks of rows.</summary>
    /// <param name="form">The rule.</param>
    public JudgedForm? Reduced(JudgedForm form)
    {
        // Verdicts of other rules are more than rows.
        if (!form.Composed.IsEmpty || !form.CountedRules.IsEmpty || form.HoldsUnexcused is not null || form.Parts.Any(IsBeyond)) return null;
        JudgedForm reduced = form with
        {
            Applies = Of(form.Applies),
            Holds = Of(form.Holds),
            Observed = form.Observed is { } observed ? Of(observed) : null,
            Bounds = [.. form.Bounds.Select(Of)],
            Bands = [.. form.Bands.Select(b => b with { From = Of(b.From) })],
            Items = [.. form.Items.Select(i => i with { Holds = Of(i.Holds), Floor = i.Floor is { } floor ? Of(floor) : null, Measures = [.. i.Measures.Select(m => m with { Holds = Of(m.Holds), Observed = Of(m.Observed), Bound = Of(m.Bound) })] })],
        };
        return _isRefused ? null : reduced;
    }

    private bool IsBeyond(TypedExpression node) => node switch
    {
        RuleAppliesExpression or RuleVerdictExpression or RuleSaysExpression or FrequencyExpression => true,
        FieldExpression { Row.InPrevious: true } or HasExpression { Row.InPrevious: true } => true,
        HasExpression { List: not null, Row.Frame: 0 } => true,
        RowsExpression e => IsBeyond(e.List),
        AnyChildExpression e => IsBeyond(e.List),
        ChildShareExpression e => IsBeyond(e.List),
        _ => false,
    };

    private bool IsBeyond(ChildListPath list) => list.Row.InPrevious || list.Row.Above || schema.IsPersonal(list.Table);

    private Bound Of(Bound bound) => bound with { Value = Of(bound.Value), Tolerance = bound.Tolerance is { } room ? Of(room) : null };

    // What the region itself is asked, and the rows that are its own.
    private TypedExpression Of(TypedExpression node)
    {
        string[] lists = [.. ExpressionWalker.SelfAndDescendants(node).Select(TableIn).OfType<string>()];
        if (lists.Any(t => SqlLayout.IsBelowSchool(schema, t))) return WithLists(node);
        _own.UnionWith(lists);
        return node;
    }

    private static string? TableIn(TypedExpression node) => node switch
    {
        RowsExpression e => e.List.Table,
        AnyChildExpression e => e.List.Table,
        ChildShareExpression e => e.List.Table,
        _ => null,
    };

    private TypedExpression WithLists(TypedExpression node) => node switch
    {
        RowsExpression e when TableOf(e.List) is not null => e,
        AnyChildExpression e when TableOf(e.List) is { } rows => new AnyChildExpression(e.List, Item(e.Where, rows)),
        ChildShareExpression e => Share(e),
        ShareComparisonExpression e => new ShareComparisonExpression(e.Operator, Share(e.Share), Of(e.Limit)),
        MacroExpression { Kind: MacroKind.Count } e when BySchool(e) is { } count => count,
        MacroExpression e => new MacroExpression(e.Type, e.Kind, Of(e.List), e.Variable, Body(e)),
        AggregateExpression e when BySchool(e) is { } sums => sums,
        AggregateExpression e => new AggregateExpression(e.Type, e.Kind, Of(e.List), e.Argument is { } argument ? Of(argument) : null),
        LogicExpression e => new LogicExpression(e.IsAnd, Of(e.Left), Of(e.Right)),
        AtLeastExpression e => new AtLeastExpression(e.Needed, [.. e.Conditions.Select(Of)]),
        NotExpression e => new NotExpression(Of(e.Operand)),
        ComparisonExpression e => new ComparisonExpression(e.Operator, Of(e.Left), Of(e.Right)),
        ArithmeticExpression e => new ArithmeticExpression(e.Type, e.Operator, Of(e.Left), Of(e.Right)),
        NegateExpression e => new NegateExpression(Of(e.Operand)),
        ConditionalExpression e => new ConditionalExpression(e.Type, Of(e.Condition), Of(e.WhenTrue), Of(e.WhenFalse)),
        CallExpression e => new CallExpression(e.Type, e.Function, [.. e.Arguments.Select(Of)]),
        _ => Refused(node),
    };

    // A sum over rows below schools is the sum of those of the schools, which the database works out; so are the least, the largest and the mean.
    private TypedExpression? BySchool(AggregateExpression aggregate)
    {
        if (OfSchool(aggregate.List) is not { } list || tables(BaseTables.School) is not { } schools) return null;
        return aggregate.Kind switch
        {
            AggregateKind.Size or AggregateKind.Sum => Total(new AggregateExpression(aggregate.Type, aggregate.Kind, list, null), schools),
            AggregateKind.Average => Mean(aggregate, list, schools),
            AggregateKind.Min or AggregateKind.Max => Extreme(aggregate, list, schools),
            _ => null,
        };
    }

    private AggregateExpression? BySchool(MacroExpression count) => OfSchool(count.List) is { } list && tables(BaseTables.School) is { } schools
        ? Total(new MacroExpression(count.Type, count.Kind, list, count.Variable, count.Body), schools)
        : null;

    private AggregateExpression? Total(TypedExpression ofSchool, SqlReducedTable schools) =>
        schools.Ask(ofSchool, parameters, isSubject: true) is { } column ? OverSchools(AggregateKind.Sum, ofSchool.Type, Rows(schools), ofSchool, column) : null;

    private ArithmeticExpression? Mean(AggregateExpression aggregate, TypedExpression list, SqlReducedTable schools)
    {
        AggregateExpression? sum = Total(new AggregateExpression(aggregate.Type, AggregateKind.Sum, list, null), schools);
        AggregateExpression? size = sum is null ? null : Total(new AggregateExpression(Whole, AggregateKind.Size, list, null), schools);
        return size is null ? null : new ArithmeticExpression(aggregate.Type with { IsInt = false }, ArithmeticOperator.Divide, sum!, size);
    }

    // Schools without rows have none.
    private AggregateExpression? Extreme(AggregateExpression aggregate, TypedExpression list, SqlReducedTable schools)
    {
        AggregateExpression ofSchool = new(aggregate.Type, aggregate.Kind, list, null);
        AggregateExpression size = new(Whole, AggregateKind.Size, list, null);
        if (aggregate.Type.Kind != FieldType.Number || schools.Ask(ofSchool, parameters, isSubject: true) is not { } column || schools.Ask(size, parameters, isSubject: true) is not { } count) return null;
        RowsExpression rows = Rows(schools);
        ComparisonExpression hasRows = new(ComparisonOperator.Greater, Column(size, count, BaseTables.School), new LiteralExpression(Whole, new NumberValue(Rational.Zero)));
        return OverSchools(aggregate.Kind, aggregate.Type, new MacroExpression(rows.Type, MacroKind.Filter, rows, School, hasRows), ofSchool, column);
    }

    private static ExpressionType Whole { get; } = ExpressionType.Number(Unit.One) with { IsInt = true };

    private static MacroVariable School { get; } = new("school", 1, null, BaseTables.School);

    private static RowsExpression Rows(SqlReducedTable schools) => new(new ChildListPath(new RowPath(0, BaseTables.Region), schools.Schema.Children, schools.Schema.Name));

    private static AggregateExpression OverSchools(AggregateKind kind, ExpressionType type, TypedExpression schools, TypedExpression asked, SqlReducedColumn column) =>
        new(type, kind, new MacroExpression(type with { IsList = true }, MacroKind.Map, schools, School, Column(asked, column, BaseTables.School)), null);

    // The same list of one school, as its subject sees it: what is asked of the items stays as it is.
    private TypedExpression? OfSchool(TypedExpression list) => list switch
    {
        RowsExpression { List: { Row: { Frame: 0, Table: BaseTables.Region } } e } when e.Table != BaseTables.School && SqlLayout.IsBelowSchool(schema, e.Table) => new RowsExpression(e with { Row = new RowPath(0, BaseTables.School) }),
        MacroExpression { Kind: MacroKind.Filter or MacroKind.Map } e => OfSchool(e.List) is { } below ? new MacroExpression(e.Type, e.Kind, below, e.Variable, e.Body) : null,
        _ => null,
    };

    private ChildShareExpression Share(ChildShareExpression share)
    {
        if (TableOf(share.List) is { } rows) return new ChildShareExpression(share.List, Item(share.Where, rows), Item(share.That, rows));
        _isRefused = true;
        return share;
    }

    private TypedExpression Body(MacroExpression macro) => macro.Variable.Table is { } table
        ? tables(table) is { } rows ? Item(macro.Body, rows) : Refused(macro.Body)
        : ExpressionWalker.SelfAndDescendants(macro.Body).Any(n => n is FieldExpression or HasExpression || TableIn(n) is not null) ? Refused(macro.Body) : macro.Body;

    private SqlReducedTable? TableOf(ChildListPath list) => list.Row.Frame == 0 ? tables(list.Table) : null;

    // What one row is asked: as a whole, or a number that SQL cannot say as one, part by part.
    private TypedExpression Item(TypedExpression asked, SqlReducedTable rows)
    {
        if (asked is LiteralExpression || (asked is ParameterExpression { Key: null, SeasonOf: null } && asked.Type.Kind == FieldType.Number)) return asked;
        bool isNumber = asked.Type is { Kind: FieldType.Number, IsList: false, IsRoot: false };
        if (!isNumber && asked.Type is not { Kind: FieldType.Bool, IsList: false }) return Refused(asked);
        if (rows.Ask(asked, parameters) is { } column) return Column(asked, column, rows.Schema.Name);
        return isNumber ? asked switch
        {
            ArithmeticExpression e => new ArithmeticExpression(e.Type, e.Operator, Item(e.Left, rows), Item(e.Right, rows)),
            NegateExpression e => new NegateExpression(Item(e.Operand, rows)),
            ConditionalExpression e => new ConditionalExpression(e.Type, Item(e.Condition, rows), Item(e.WhenTrue, rows), Item(e.WhenFalse, rows)),
            CallExpression e => new CallExpression(e.Type, e.Function, [.. e.Arguments.Select(a => Item(a, rows))]),
            _ => Refused(asked),
        }
        : Refused(asked);
    }

    private static TypedExpression Column(TypedExpression asked, SqlReducedColumn column, string table)
    {
        FieldExpression fact = new(new RowPath(1, table), column.Field, asked.Type.IsInt);
        return column.Unit is not { } unit || unit == Rational.Of(1)
            ? fact
            : new ArithmeticExpression(asked.Type, ArithmeticOperator.Multiply, fact, new LiteralExpression(ExpressionType.Number(Unit.One), new NumberValue(unit)));
    }

    private TypedExpression Refused(TypedExpression node)
    {
        _isRefused = true;
        return node;
    }
}
