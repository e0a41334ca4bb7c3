using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>Defines what an expression means: row by row, in exact fractions, three-valued.</summary>
/// <remarks>Remembers nothing that its answers depend on; may be shared between threads where the lookup may.</remarks>
internal sealed class ReferenceInterpreter
{
    private readonly Snapshot _snapshot;
    private readonly DateOnly _asOf;
    private readonly IVerdictLookup _verdicts;
    private readonly EarlierRows _earlier;
    private readonly RowReader _reader;
    private AtomShapes? _shapes;

    /// <summary>Gets ready to evaluate.</summary>
    /// <param name="snapshot">The facts.</param>
    /// <param name="asOf">The day of assessment.</param>
    /// <param name="verdicts">Answers for other rules.</param>
    /// <param name="previous">The earlier facts, read by the same schema; null where none are given.</param>
    public ReferenceInterpreter(Snapshot snapshot, DateOnly asOf, IVerdictLookup verdicts, Snapshot? previous = null)
    {
        (_snapshot, _asOf, _verdicts) = (snapshot, asOf, verdicts);
        _earlier = new EarlierRows(snapshot, previous);
        _reader = new RowReader(snapshot, _earlier);
    }

    private ReferenceInterpreter(ReferenceInterpreter plain, IVerdictLookup verdicts, ChangedFacts changed)
    {
        (_snapshot, _asOf, _verdicts, _earlier) = (plain._snapshot, plain._asOf, verdicts, plain._earlier);
        _reader = new RowReader(_snapshot, _earlier, changed);
    }

    private AtomShapes Shapes => _shapes ??= new AtomShapes();

    private ListReader Lists => new(this, _reader);

    private FrequencyEvaluator Frequencies => new(this, _reader, _asOf);

    /// <summary>The same facts but for some that are to be taken for others.</summary>
    /// <param name="changed">Those facts.</param>
    /// <param name="verdicts">Answers for other rules by the changed facts.</param>
    public ReferenceInterpreter With(ChangedFacts changed, IVerdictLookup verdicts) => new(this, verdicts, changed);

    /// <summary>The value of an expression.</summary>
    /// <param name="expression">A checked expression.</param>
    /// <param name="rows">The rows at hand.</param>
    /// <exception cref="InsufficientExecutionStackException">The thread's stack is too small for the expression.</exception>
    public Value Evaluate(TypedExpression expression, RowFrames rows)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return expression switch
        {
            LiteralExpression e => e.Value,
            FieldExpression e => _reader.ValueOf(e.Row, e.Field, rows),
            LogicExpression e => Logic(e, rows),
            AtLeastExpression e => AtLeast(e, rows),
            ComparisonExpression e => Known(e.Left, e.Right, rows, (left, right) => Value.Of(ExactComparison.Holds(e.Operator, left, right))),
            ArithmeticExpression e => Known(e.Left, e.Right, rows, (left, right) => ExactArithmetic.Combine(e.Operator, e.Type, left, right)),
            NotExpression e => Known(e.Operand, rows, v => Value.Of(v is BoolValue { Truth: false })),
            NegateExpression e => Known(e.Operand, rows, v => ExactArithmetic.Kept(-((NumberValue)v).Number, e.Type)),
            ConditionalExpression e => Known(e.Condition, rows, v => Evaluate(v is BoolValue { Truth: true } ? e.WhenTrue : e.WhenFalse, rows)),
            MembershipExpression e => Known(e.Item, rows, item => Membership(item, e.Collection, rows)),
            CallExpression e => All(e.Arguments, rows, values => e.Function.Call(values, CalendarFor(rows))),
            ListExpression e => All(e.Items, rows, items => new ListValue(items)),
            _ => OfSubject(expression, rows),
        };
    }

    /// <summary>The facts without which an unknown expression cannot be decided, each path once, in ordinal order; none where it is known.</summary>
    /// <param name="expression">A checked expression.</param>
    /// <param name="rows">The rows at hand.</param>
    /// <exception cref="InsufficientExecutionStackException">The thread's stack is too small for the expression.</exception>
    public ImmutableArray<MissingFact> Missing(TypedExpression expression, RowFrames rows) =>
        new MissingFactFinder(this, _verdicts, _snapshot.Schema, Shapes).Of(expression, rows).Facts;

    /// <summary>The facts that decide a verdict; none where there is one.</summary>
    /// <param name="applies">Whether the rule applies.</param>
    /// <param name="holds">Whether it holds.</param>
    /// <param name="rows">The rows at hand.</param>
    /// <exception cref="InsufficientExecutionStackException">The thread's stack is too small for the expressions.</exception>
    public MissingSet MissingOfVerdict(TypedExpression applies, TypedExpression holds, RowFrames rows) =>
        new MissingFactFinder(this, _verdicts, _snapshot.Schema, Shapes).OfVerdict(applies, holds, rows);

    /// <summary>The items of a list.</summary>
    /// <param name="list">An expression that is a list.</param>
    /// <param name="rows">The rows at hand.</param>
    public ListItems Items(TypedExpression list, RowFrames rows) => Lists.Items(list, rows);

    /// <summary>The row that a path means; null where it is not known.</summary>
    /// <param name="path">The path.</param>
    /// <param name="rows">The rows at hand.</param>
    public (FactTable Table, int Row)? RowOf(RowPath path, RowFrames rows) => _reader.Find(path, rows);

    /// <summary>The value of a row's fact.</summary>
    /// <param name="table">The row's table.</param>
    /// <param name="row">The row.</param>
    /// <param name="field">The field.</param>
    public Value FactOf(FactTable table, int row, FieldSchema field) => _reader.FactOf(table, row, field);

    /// <summary>The rows of a list; where it was not reported, why.</summary>
    /// <param name="list">The list.</param>
    /// <param name="rows">The rows at hand.</param>
    public ListRows RowsOf(ChildListPath list, RowFrames rows) => _reader.RowsOf(list, rows);

    /// <summary>The calendar that counts for the subject row: that of the data, else that of its stack; null where there is none.</summary>
    /// <param name="rows">The rows at hand.</param>
    public SchoolCalendar? CalendarFor(RowFrames rows) => _snapshot.Calendar ?? rows.Parameters.Calendar;

    private Value OfSubject(TypedExpression expression, RowFrames rows) => expression switch
    {
        AsOfExpression => new DateValue(_asOf),
        VariableExpression e => rows.Items[e.Variable.Frame - 1].Value!,
        MacroExpression e => new MacroEvaluator(this, Lists).Evaluate(e, rows),
        AggregateExpression e => new AggregateEvaluator(this, Lists).Evaluate(e, rows),
        HasExpression { List: { } list } e => Value.Of(_reader.RowsOf(e.Row, list, rows).Missing is null),
        HasExpression e => Value.Of(_reader.ValueOf(e.Row, e.Field!, rows) is not UnknownValue),
        ParameterExpression e => Parameter(e, rows),
        ParameterEntryExpression e => Known(e.Key, rows, key => Value.Of(rows.Parameters.ValueOf(e.Name, key.Text) is not null)),
        SetComparisonExpression e => Within(e, rows),
        AnyChildExpression e => AnyChild(e, rows),
        ChildShareExpression e => Share(e, rows).Value,
        FrequencyExpression e => Frequencies.Evaluate(e, rows),
        ShareComparisonExpression e => Known(e.Limit, rows, limit => Share(e.Share, rows).Compare(e.Operator, ((NumberValue)limit).Number)),
        RuleVerdictExpression e => Answer(_verdicts.Holds(e.Rule, RowAtHand(rows))),
        RuleAppliesExpression e => Answer(_verdicts.Applies(e.Rule, RowAtHand(rows))),
        RuleSaysExpression e => Answer(Said(e, RowAtHand(rows))),
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    private bool? Said(RuleSaysExpression asked, int row)
    {
        // The answer that decides alone: one that concerns the row, one that is broken.
        bool decisive = asked.Asked is RuleSaying.Concerns or RuleSaying.Reaches;
        bool? said = !decisive;
        foreach (string rule in asked.Rules)
        {
            bool? answer = _verdicts.Says(asked, rule, row);
            if (answer == decisive) return decisive;
            said = answer is null ? null : said;
        }

        return said;
    }

    private Value Logic(LogicExpression logic, RowFrames rows)
    {
        // The value that decides alone: false for and, true for or.
        bool decisive = !logic.IsAnd;
        Value left = Evaluate(logic.Left, rows);
        if (left is BoolValue { Truth: var first } && first == decisive) return left;
        Value right = Evaluate(logic.Right, rows);
        if (right is BoolValue { Truth: var second } && second == decisive) return right;
        return left is UnknownValue ? left : right;
    }

    private Value AtLeast(AtLeastExpression some, RowFrames rows)
    {
        int wanted = some.Needed;
        int spare = some.Conditions.Length - wanted;
        Value? open = null;
        foreach (TypedExpression condition in some.Conditions)
        {
            Value value = Evaluate(condition, rows);
            if (value is UnknownValue) open ??= value;
            else if (value is BoolValue { Truth: true }) wanted--;
            else spare--;
            if (wanted == 0 || spare < 0) return Value.Of(wanted == 0);
        }

        return open!;
    }

    private Value Parameter(ParameterExpression parameter, RowFrames rows)
    {
        if (parameter.Key is null) return InForce(parameter, null, rows);
        return Known(parameter.Key, rows, key => InForce(parameter, key.Text, rows));
    }

    private Value InForce(ParameterExpression parameter, string? key, RowFrames rows)
    {
        if (parameter.SeasonOf is not null && rows.SeasonDay is { } chosen) return InSeason(parameter, key, chosen, rows);
        if (parameter.SeasonOf is { } date) return Known(date, rows, day => InSeason(parameter, key, Season.DayOf(((DateValue)day).Day), rows));
        Value? value = parameter.Type.Scale is { } scale ? rows.Parameters.ValueOn(parameter.Name, key, scale) : rows.Parameters.ValueOf(parameter.Name, key);
        return value ?? new UnknownValue(UnknownReason.NoParameter);
    }

    private static Value InSeason(ParameterExpression parameter, string? key, int day, RowFrames rows) =>
        rows.Parameters.ValueIn(parameter.Name, key, parameter.Type.Scale, day) ?? new UnknownValue(UnknownReason.NoParameter);

    private Value Membership(Value item, TypedExpression collection, RowFrames rows)
    {
        if (!collection.Type.IsList) return Known(collection, rows, set => Value.Of(((SetValue)set).Members.Contains(item.Text)));
        ListItems items = Lists.Items(collection, rows);
        UnknownReason? doubt = items.Missing;
        foreach (ListItem entry in items.All)
        {
            UnknownReason? open = (entry.Value as UnknownValue)?.Reason;
            if (open is null && !ExactComparison.Same(item, entry.Value!)) continue;
            open ??= entry.Doubt;
            if (open is null) return Value.True;
            doubt ??= open;
        }

        return doubt is { } reason ? new UnknownValue(reason) : Value.False;
    }

    private Value Within(SetComparisonExpression within, RowFrames rows)
    {
        (IEnumerable<Value> sought, UnknownReason? missing) = within.Inner.Type.IsList ? Lists.Values(within.Inner, rows) : Members(within.Inner, rows);
        missing ??= within.Outer.Type.IsList ? OfEach(within, rows) : Members(within.Outer, rows).Missing;
        Value found = missing is { } reason ? new UnknownValue(reason) : Value.True;
        if (missing == UnknownReason.TooMuchWork) return found;
        foreach (Value item in sought)
        {
            Value isIn = Membership(item, within.Outer, rows);
            if (isIn is BoolValue { Truth: false }) return isIn;
            if (isIn is UnknownValue && found is not UnknownValue) found = isIn;
        }

        return found;
    }

    /// <summary>Why the outer list is not known, or is too long to be gone through for each item of the inner.</summary>
    private UnknownReason? OfEach(SetComparisonExpression within, RowFrames rows)
    {
        ListItems outer = Lists.Items(within.Outer, rows);
        long items = within.Inner.Type.IsList ? Lists.Items(within.Inner, rows).Work.Items : within.Inner.Type.Options.Length;
        return outer.Missing ?? (outer.Work.Again(items).IsTooMuch ? UnknownReason.TooMuchWork : null);
    }

    private (IEnumerable<Value> Values, UnknownReason? Missing) Members(TypedExpression set, RowFrames rows) => Evaluate(set, rows) switch
    {
        SetValue members => (members.Members.Select(m => new TextValue(m)), null),
        UnknownValue unknown => ([], unknown.Reason),
        _ => throw new ArgumentOutOfRangeException(nameof(set)),
    };

    private Value AnyChild(AnyChildExpression any, RowFrames rows)
    {
        ListRows list = _reader.RowsOf(any.List, rows);
        if (list.Missing is { } reason) return new UnknownValue(reason);
        Value found = Value.False;
        foreach (RowFrames child in list.Each(rows))
        {
            Value value = Evaluate(any.Where, child);
            if (value is BoolValue { Truth: true }) return value;
            if (value is UnknownValue && found is not UnknownValue) found = value;
        }

        return found;
    }

    /// <summary>Every value that a share may turn out to have.</summary>
    /// <param name="share">A checked share.</param>
    /// <param name="rows">The rows at hand.</param>
    public ShareInterval Share(ChildShareExpression share, RowFrames rows)
    {
        ListRows list = _reader.RowsOf(share.List, rows);
        if (list.Missing is { } reason) return ShareInterval.Unknown(reason);
        ShareCount count = default;
        foreach (RowFrames child in list.Each(rows))
        {
            Value where = Evaluate(share.Where, child);
            if (where is not BoolValue { Truth: false }) count.Add(where, Evaluate(share.That, child));
        }

        return count.Interval();
    }

    /// <summary>The rows of a list that are known to count in a share.</summary>
    /// <param name="share">The share.</param>
    /// <param name="rows">The row.</param>
    public IEnumerable<int> Counted(ChildShareExpression share, RowFrames rows) =>
        _reader.RowsOf(share.List, rows) is { Missing: null } list ? list.Each(rows).Where(child => Evaluate(share.Where, child) is BoolValue { Truth: true }).Select(RowAtHand) : [];

    /// <summary>The events of a row by period.</summary>
    /// <param name="frequency">A checked frequency.</param>
    /// <param name="rows">The rows at hand.</param>
    public FrequencyAnswer Frequency(FrequencyExpression frequency, RowFrames rows) => Frequencies.Answer(frequency, rows);

    private Value Known(TypedExpression part, RowFrames rows, Func<Value, Value> then) =>
        Evaluate(part, rows) is var value && value is UnknownValue ? value : then(value);

    private Value Known(TypedExpression left, TypedExpression right, RowFrames rows, Func<Value, Value, Value> then) =>
        Known(left, rows, first => Known(right, rows, second => then(first, second)));

    private Value All(ImmutableArray<TypedExpression> parts, RowFrames rows, Func<ImmutableArray<Value>, Value> then)
    {
        ImmutableArray<Value> values = [.. parts.Select(p => Evaluate(p, rows))];
        return values.OfType<UnknownValue>().FirstOrDefault() ?? ExactArithmetic.Bounded(then(values));
    }

    private static Value Answer(bool? answer) => answer is { } truth ? Value.Of(truth) : new UnknownValue(UnknownReason.Absent);

    /// <summary>The row that another rule is asked about: the child at hand, else the subject.</summary>
    internal static int RowAtHand(RowFrames rows) => rows.Child is null ? rows.Row : rows.ChildRow;
}
