using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>Finds the facts that decide what is open of one row: walks its unknown parts down to atoms, and the atoms down to facts.</summary>
/// <remarks>
/// Used once. Atoms are the open conditions that are not made of conditions: comparisons, fields, memberships, other rules' verdicts, and what is asked of a list that was
/// not reported. An atom is known once all its own missing facts are, and may then turn out either way whatever other atoms do. Comparisons of counts, shares and
/// aggregates are one atom and need every row that is open.
/// </remarks>
internal sealed partial class MissingFactFinder(ReferenceInterpreter interpreter, IVerdictLookup verdicts, FactSchema schema, AtomShapes shapes)
{
    private readonly FactLedger _facts = new();
    private readonly AtomNames _names = new(schema, shapes);
    private readonly Dictionary<int, int> _atoms = [];
    private readonly List<ImmutableArray<int>> _factsOfAtoms = [];

    /// <summary>The facts that decide an expression; none where it is known.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="rows">The rows at hand.</param>
    public MissingSet Of(TypedExpression expression, RowFrames rows)
    {
        Sight sight = Sight.Of(rows);
        if (interpreter.Evaluate(expression, rows) is not UnknownValue) return MissingSet.None;
        return Smallest(expression.Type == ExpressionType.Bool ? Condition(expression, sight) : Atom(expression, sight));
    }

    /// <summary>The facts that decide a verdict; none where there is one.</summary>
    /// <param name="applies">Whether the rule applies.</param>
    /// <param name="holds">Whether it holds.</param>
    /// <param name="rows">The rows at hand.</param>
    public MissingSet OfVerdict(TypedExpression applies, TypedExpression holds, RowFrames rows)
    {
        Sight sight = Sight.Of(rows);
        OpenNode held = Condition(holds, sight);
        // The verdict that does not apply is a third one, so it must not look like the one that the rule gives where it does.
        return Smallest(OpenNode.Choice(Condition(applies, sight), held, OpenNode.Of(held == OpenNode.False)));
    }

    private MissingSet Smallest(OpenNode root)
    {
        (ImmutableArray<int> facts, bool isSmallest) = new SmallestSet(root, _factsOfAtoms, _facts).Find();
        return new MissingSet(_facts.Named(facts), isSmallest);
    }

    private OpenNode Condition(TypedExpression condition, Sight sight)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (interpreter.Evaluate(condition, sight.Rows) is BoolValue known) return OpenNode.Of(known.Truth);
        return condition switch
        {
            LogicExpression e => OpenNode.Join(e.IsAnd, Condition(e.Left, sight), Condition(e.Right, sight)),
            NotExpression e => OpenNode.Not(Condition(e.Operand, sight)),
            AtLeastExpression e => OpenNode.AtLeast(e.Needed, e.Conditions.Select(c => Condition(c, sight))),
            ConditionalExpression e => OpenNode.Choice(Condition(e.Condition, sight), Condition(e.WhenTrue, sight), Condition(e.WhenFalse, sight)),
            AnyChildExpression e => OfItems(e, MacroKind.Exists, new RowsExpression(e.List), e.Where, sight),
            MacroExpression { Kind: MacroKind.All or MacroKind.Exists or MacroKind.ExistsOne } e => OfItems(e, e.Kind, e.List, e.Body, sight),
            RuleSaysExpression { Rules.Length: > 1 } e => OpenNode.Join(true, e.Rules.Where(r => IsOpen(e, r, sight)).Select(r => Atom(e.Of(r), sight))),
            _ => Atom(condition, sight),
        };
    }

    private OpenNode OfItems(TypedExpression whole, MacroKind kind, TypedExpression list, TypedExpression body, Sight sight)
    {
        if (interpreter.Items(list, sight.Rows) is not { Missing: null } items) return Atom(whole, sight);
        IEnumerable<OpenNode> answers = Items(list, sight).Select(item =>
        {
            OpenNode answer = Condition(body, sight.Enter(item.Item, items.Work, list, item.Trail));
            return kind == MacroKind.All ? OpenNode.Join(false, OpenNode.Not(item.Presence), answer) : OpenNode.Join(true, item.Presence, answer);
        });
        return kind == MacroKind.ExistsOne ? OpenNode.One(answers) : OpenNode.Join(kind == MacroKind.All, answers);
    }

    private OpenNode Atom(TypedExpression expression, Sight sight)
    {
        int name = _names.NameOf(expression, sight);
        if (!_atoms.TryGetValue(name, out int atom))
        {
            atom = _factsOfAtoms.Count;
            _atoms.Add(name, atom);
            _factsOfAtoms.Add([]);
            _factsOfAtoms[atom] = FactsOf(expression, sight);
        }

        return OpenNode.OfAtom(atom);
    }

    /// <summary>The items of a list that is known, each with what it stands on.</summary>
    private IEnumerable<OpenItem> Items(TypedExpression list, Sight sight) => list switch
    {
        RowsExpression => interpreter.Items(list, sight.Rows).All.Select(item => new OpenItem(item, new ItemTrail(item.Row, []), OpenNode.True)),
        ListExpression e => e.Items.Select(item => ValueItem(item, sight, OpenNode.True)),
        ConditionalExpression e => Items(interpreter.Evaluate(e.Condition, sight.Rows) is BoolValue { Truth: true } ? e.WhenTrue : e.WhenFalse, sight),
        MacroExpression { Kind: MacroKind.Filter } e => Inside(e, sight).Select(i => i.Item with { Presence = OpenNode.Join(true, i.Item.Presence, Condition(e.Body, i.Sight)) })
            .Where(i => i.Presence != OpenNode.False),
        MacroExpression e => Inside(e, sight).Select(i => ValueItem(e.Body, i.Sight, i.Item.Presence)),
        _ => throw new ArgumentOutOfRangeException(nameof(list)),
    };

    private IEnumerable<(OpenItem Item, Sight Sight)> Inside(MacroExpression macro, Sight sight)
    {
        ListWork work = interpreter.Items(macro.List, sight.Rows).Work;
        return Items(macro.List, sight).Select(item => (item, sight.Enter(item.Item, work, macro.List, item.Trail)));
    }

    private OpenItem ValueItem(TypedExpression expression, Sight sight, OpenNode presence)
    {
        Value value = interpreter.Evaluate(expression, sight.Rows);
        ItemTrail trail = value is UnknownValue
            ? new ItemTrail(_names.NameOf(expression, sight), FactsOf(expression, sight))
            : new ItemTrail(_names.NameOf($"={value.Text}"), []);
        return new OpenItem(ListItem.Of(value), trail, presence);
    }
}
