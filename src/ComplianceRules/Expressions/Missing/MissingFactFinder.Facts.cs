using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <content>Walks atoms down to the facts that they miss.</content>
internal sealed partial class MissingFactFinder
{
    private ImmutableArray<int> FactsOf(TypedExpression expression, Sight sight)
    {
        SortedSet<int> facts = [];
        Visit(expression, sight, facts);
        return [.. facts];
    }

    /// <summary>Notes every fact that a part of an atom misses. A part whose value is known is not walked.</summary>
    private void Visit(TypedExpression expression, Sight sight, SortedSet<int> facts)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (expression.Type.IsList)
        {
            VisitItems(expression, null, sight, facts);
            return;
        }

        if (interpreter.Evaluate(expression, sight.Rows) is not UnknownValue unknown) return;
        switch (expression)
        {
            case FieldExpression fact:
                Note(new OpenFact(sight.Paths.Of(fact), unknown.Reason, sight.RowOf(fact.Row.Frame), 1), facts);
                break;
            case VariableExpression item:
                facts.UnionWith(sight.Trails[item.Variable.Frame - 1].Facts);
                break;
            case ConditionalExpression choice:
                foreach (TypedExpression part in Deciding(choice, sight)) Visit(part, sight, facts);
                break;
            case AnyChildExpression any:
                VisitItems(new RowsExpression(any.List), any.Where, sight, facts);
                break;
            case ChildShareExpression share:
                VisitShare(share, sight, facts);
                break;
            case MacroExpression macro:
                VisitMacro(macro, unknown.Reason, sight, facts);
                break;
            case RuleVerdictExpression other:
                NoteAll(other.Rule, sight, facts);
                break;
            case RuleSaysExpression others:
                foreach (string other in others.Rules.Where(r => IsOpen(others, r, sight))) NoteAll(other, sight, facts);
                break;
            case RuleAppliesExpression other:
                NoteAll(other.Rule, sight, facts);
                break;
            default:
                VisitParts(expression, unknown.Reason, sight, facts);
                break;
        }
    }

    private IEnumerable<TypedExpression> Deciding(ConditionalExpression choice, Sight sight) => interpreter.Evaluate(choice.Condition, sight.Rows) switch
    {
        BoolValue { Truth: true } => [choice.WhenTrue],
        BoolValue => [choice.WhenFalse],
        _ => [choice.Condition, choice.WhenTrue, choice.WhenFalse],
    };

    /// <summary>Where all parts are known and the whole is not (a division by zero), the whole itself is what is missing.</summary>
    private void VisitParts(TypedExpression expression, UnknownReason reason, Sight sight, SortedSet<int> facts)
    {
        SortedSet<int> own = [];
        foreach (TypedExpression part in ExpressionWalker.Parts(expression)) Visit(part, sight, own);
        NoteOrWhole(own, expression, reason, sight, facts);
    }

    /// <summary>Where all items are known and the whole is not (a share of no items), the whole itself is what is missing.</summary>
    private void VisitMacro(MacroExpression macro, UnknownReason reason, Sight sight, SortedSet<int> facts)
    {
        SortedSet<int> own = [];
        VisitItems(macro.List, macro.Body, sight, own);
        NoteOrWhole(own, macro, reason, sight, facts);
    }

    private void NoteOrWhole(SortedSet<int> own, TypedExpression whole, UnknownReason reason, Sight sight, SortedSet<int> facts)
    {
        if (own.Count == 0) Note(new OpenFact(_names.TextOf(whole, sight), reason, sight.Innermost, 1), own);
        facts.UnionWith(own);
    }

    private bool IsOpen(RuleSaysExpression asked, string rule, Sight sight) => verdicts.Says(asked, rule, ReferenceInterpreter.RowAtHand(sight.Rows)) is null;

    private void NoteAll(string rule, Sight sight, SortedSet<int> facts)
    {
        int row = ReferenceInterpreter.RowAtHand(sight.Rows);
        foreach (MissingFact fact in verdicts.Missing(rule, row)) Note(new OpenFact(sight.Paths.Innermost + fact.Path, fact.Reason, row, fact.Rows), facts);
    }

    private void VisitItems(TypedExpression list, TypedExpression? body, Sight sight, SortedSet<int> facts)
    {
        ListItems items = interpreter.Items(list, sight.Rows);
        if (items.Missing is { } reason)
        {
            VisitMissing(list, reason, body is null ? [] : [body], sight, facts);
            return;
        }

        foreach (OpenItem item in Items(list, sight))
        {
            foreach (OpenNode atom in item.Presence.SelfAndDescendants().Where(n => n.Kind == OpenKind.Atom)) facts.UnionWith(_factsOfAtoms[atom.Atom]);
            if (body is null) facts.UnionWith(item.Trail.Facts);
            else Visit(body, sight.Enter(item.Item, items.Work, list, item.Trail), facts);
        }
    }

    private void VisitShare(ChildShareExpression share, Sight sight, SortedSet<int> facts)
    {
        RowsExpression list = new(share.List);
        ListItems items = interpreter.Items(list, sight.Rows);
        if (items.Missing is { } reason)
        {
            VisitMissing(list, reason, [share.Where, share.That], sight, facts);
            return;
        }

        foreach (OpenItem item in Items(list, sight))
        {
            Sight child = sight.Enter(item.Item, items.Work, list, item.Trail);
            if (interpreter.Evaluate(share.Where, child.Rows) is BoolValue { Truth: false }) continue;
            Visit(share.Where, child, facts);
            Visit(share.That, child, facts);
        }
    }

    private void VisitMissing(TypedExpression list, UnknownReason reason, ImmutableArray<TypedExpression> bodies, Sight sight, SortedSet<int> facts)
    {
        switch (list)
        {
            case RowsExpression rows:
                Note(new OpenFact(sight.Paths.Of(rows.List), reason, sight.RowOf(rows.List.Row.Frame), 1), facts);
                VisitAbove(bodies, rows.List.Table, sight, facts);
                break;
            case MacroExpression macro:
                VisitMissing(macro.List, reason, bodies.Add(macro.Body), sight, facts);
                break;
            case ConditionalExpression choice:
                foreach (TypedExpression part in Deciding(choice, sight)) Visit(part, sight, facts);
                break;
            default:
                Note(new OpenFact(_names.TextOf(list, sight), reason, sight.Innermost, 1), facts);
                break;
        }
    }

    /// <summary>Whatever rows a list turns out to have, their conditions still ask for these facts of the rows at hand and of rows above the subject.</summary>
    private void VisitAbove(ImmutableArray<TypedExpression> conditions, string listed, Sight sight, SortedSet<int> facts)
    {
        HashSet<string> above = [.. schema.SelfAndAncestors(sight.Paths.Subject).Select(t => t.Name).Where(t => t != listed)];
        foreach (FieldExpression fact in conditions.SelectMany(ExpressionWalker.SelfAndDescendants).OfType<FieldExpression>())
        {
            if (fact.Row.Frame <= sight.Trails.Length) Visit(fact, sight, facts);
            else if (above.Contains(fact.Row.Table)) Visit(new FieldExpression(fact.Row with { Frame = 0 }, fact.Field), sight, facts);
        }
    }

    private void Note(OpenFact fact, SortedSet<int> facts) => facts.Add(_facts.NumberOf(fact));
}
