using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>Walks the unknown parts of an expression down to the facts that are missing.</summary>
/// <remarks>Used once. A part whose value is known, or that another part makes needless, is not walked.</remarks>
internal sealed class MissingFactFinder(ReferenceInterpreter interpreter, RowReader reader, IVerdictLookup verdicts, FactSchema schema)
{
    private static readonly ImmutableSortedDictionary<string, ParameterSignature> NoParameters = ImmutableSortedDictionary<string, ParameterSignature>.Empty;

    private readonly Dictionary<(string Path, UnknownReason Reason), MissingFact> _facts = [];
    private readonly HashSet<(string Path, UnknownReason Reason, int Row)> _counted = [];

    public ImmutableArray<MissingFact> Found => [.. _facts.Values.OrderBy(f => f.Path, StringComparer.Ordinal).ThenBy(f => f.Reason)];

    /// <summary>Notes what an expression misses.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="rows">The rows at hand.</param>
    /// <param name="within">The list whose row is at hand; null for the subject.</param>
    public void Visit(TypedExpression expression, RowFrames rows, ChildListPath? within)
    {
        if (interpreter.Evaluate(expression, rows) is not UnknownValue unknown) return;
        switch (expression)
        {
            case FieldExpression fact:
                Note(fact, unknown.Reason, rows, within);
                break;
            case ConditionalExpression choice:
                foreach (TypedExpression part in Deciding(choice, rows)) Visit(part, rows, within);
                break;
            case AnyChildExpression any:
                VisitRows(any.List, rows, [any.Where], child => Visit(any.Where, child, any.List));
                break;
            case ChildShareExpression share:
                VisitRows(share.List, rows, [share.Where, share.That], child => VisitShare(share, child));
                break;
            case ShareComparisonExpression comparison:
                Visit(comparison.Limit, rows, within);
                Visit(comparison.Share, rows, within);
                break;
            case RuleVerdictExpression other:
                NoteAll(other.Rule, rows, within);
                break;
            case RuleAppliesExpression other:
                NoteAll(other.Rule, rows, within);
                break;
            default:
                VisitParts(expression, unknown.Reason, rows, within);
                break;
        }
    }

    private IEnumerable<TypedExpression> Deciding(ConditionalExpression choice, RowFrames rows) => interpreter.Evaluate(choice.Condition, rows) switch
    {
        BoolValue { Truth: true } => [choice.WhenTrue],
        BoolValue => [choice.WhenFalse],
        _ => [choice.Condition, choice.WhenTrue, choice.WhenFalse],
    };

    /// <summary>Where all parts are known and the whole is not (a division by zero), the whole itself is what is missing.</summary>
    private void VisitParts(TypedExpression expression, UnknownReason reason, RowFrames rows, ChildListPath? within)
    {
        TypedExpression[] open = [.. ExpressionWalker.Parts(expression).Where(p => interpreter.Evaluate(p, rows) is UnknownValue)];
        foreach (TypedExpression part in open) Visit(part, rows, within);
        if (open.Length > 0) return;
        string text = new ExpressionPrinter(new ExpressionScope(schema, rows.Subject.Schema.Name, NoParameters) { Child = within?.Table }).Text(expression);
        Count(within is null ? text : $"{within.List}.{text}", reason, within is null ? -1 : rows.ChildRow, 1);
    }

    private void NoteAll(string rule, RowFrames rows, ChildListPath? within)
    {
        int row = ReferenceInterpreter.RowAtHand(rows);
        foreach (MissingFact fact in verdicts.Missing(rule, row)) Count(within is null ? fact.Path : $"{within.List}.{fact.Path}", fact.Reason, row, fact.Rows);
    }

    private void VisitRows(ChildListPath list, RowFrames rows, ImmutableArray<TypedExpression> conditions, Action<RowFrames> visit)
    {
        ListRows found = reader.RowsOf(list, rows);
        if (found.Missing is { } reason)
        {
            string path = list.Row == new RowPath(0, rows.Subject.Schema.Name) ? list.List : $"{list.Row.Table}.{list.List}";
            _facts.TryAdd((path, reason), new MissingFact(path, reason));
            VisitAbove(conditions, list.Table, rows);
            return;
        }

        foreach (RowFrames child in found.Each(rows)) visit(child);
    }

    /// <summary>Whatever rows a list turns out to have, their conditions still ask for these facts of the subject and of rows above it.</summary>
    private void VisitAbove(ImmutableArray<TypedExpression> conditions, string listed, RowFrames rows)
    {
        HashSet<string> above = [.. schema.SelfAndAncestors(rows.Subject.Schema.Name).Select(t => t.Name).Where(t => t != listed)];
        foreach (FieldExpression fact in conditions.SelectMany(ExpressionWalker.SelfAndDescendants).OfType<FieldExpression>())
        {
            if (fact.Row.Frame == 0) Visit(fact, rows, null);
            else if (above.Contains(fact.Row.Table)) Visit(new FieldExpression(fact.Row with { Frame = 0 }, fact.Field), rows, null);
        }
    }

    private void VisitShare(ChildShareExpression share, RowFrames child)
    {
        Value where = interpreter.Evaluate(share.Where, child);
        if (where is BoolValue { Truth: false }) return;
        Visit(share.Where, child, share.List);
        Visit(share.That, child, share.List);
    }

    private void Note(FieldExpression fact, UnknownReason reason, RowFrames rows, ChildListPath? within)
    {
        bool ofChild = fact.Row.Frame > 0 && within is not null;
        string own = ofChild ? within!.Table : rows.Subject.Schema.Name;
        string name = fact.Row.Table == own && !fact.Row.Above ? fact.Field.Name : $"{fact.Row.Table}.{fact.Field.Name}";
        string path = ofChild ? $"{within!.List}.{name}" : name;
        Count(path, reason, ofChild ? rows.ChildRow : -1, 1);
    }

    private void Count(string path, UnknownReason reason, int row, int rows)
    {
        if (!_counted.Add((path, reason, row))) return;
        _facts[(path, reason)] = _facts.TryGetValue((path, reason), out MissingFact? before) ? before with { Rows = before.Rows + rows } : new MissingFact(path, reason, rows);
    }
}
