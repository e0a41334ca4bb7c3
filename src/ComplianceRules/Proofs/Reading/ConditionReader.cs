using System.Runtime.CompilerServices;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Proofs;

/// <summary>Reads conditions: where each is true and where it is false, over flags and variables, as the reference interpreter means it.</summary>
/// <remarks>For one comparison and one thread.</remarks>
internal sealed class ConditionReader
{
    // So many conditions have a few hundred ways to be enough; of more the search would come to no end.
    private const int MostCounted = 10;

    private readonly MembershipReader _memberships;
    private readonly ListTermReader _lists;
    private readonly ComposedReader _composed;
    private readonly FrequencyReader _frequencies;

    /// <summary>Makes ready to read.</summary>
    /// <param name="vocabulary">Takes what is met.</param>
    /// <param name="scope">What names and parameters mean.</param>
    public ConditionReader(Vocabulary vocabulary, ReadingScope scope)
    {
        Vocabulary = vocabulary;
        Scope = scope;
        Opaque = new OpaqueReader(this);
        Terms = new TermReader(this);
        Sets = new SetReader(this);
        _memberships = new MembershipReader(this);
        _lists = new ListTermReader(this);
        _composed = new ComposedReader(this);
        _frequencies = new FrequencyReader(this);
    }

    /// <summary>Takes what is met.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>What names and parameters mean.</summary>
    public ReadingScope Scope { get; }

    /// <summary>Reads what is not followed.</summary>
    public OpaqueReader Opaque { get; }

    /// <summary>Reads numbers, days, times, texts and keys.</summary>
    public TermReader Terms { get; }

    /// <summary>Reads sets.</summary>
    public SetReader Sets { get; }

    /// <summary>Reads what is asked of lists.</summary>
    public ListTermReader Lists => _lists;

    /// <summary>Reads a condition.</summary>
    /// <param name="condition">A checked condition.</param>
    /// <exception cref="InsufficientExecutionStackException">The thread's stack is too small for the condition.</exception>
    public Truth Read(TypedExpression condition)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        Truth found = Followed(condition);
        return found.IsSmall ? found : Opaque.Condition(condition);
    }

    private Truth Followed(TypedExpression condition)
    {
        return condition switch
        {
            LiteralExpression { Value: BoolValue value } => Truth.Of(Formula.Of(value.Truth)),
            FieldExpression e => Bit(Vocabulary.Fact(PlaceOf(e))),
            LogicExpression e => Joined(e),
            AtLeastExpression { Conditions.Length: <= MostCounted } e => Counted(e),
            NotExpression e => Read(e.Operand).Not(),
            ConditionalExpression e => Choice(Read(e.Condition), Read(e.WhenTrue), Read(e.WhenFalse)),
            ComparisonExpression e => Compared(e),
            MembershipExpression e => _memberships.Read(e),
            SetComparisonExpression e => _memberships.Read(e),
            HasExpression e => Truth.Of(new FlagFormula(Vocabulary.Flag(PlaceOf(e)), true)),
            ParameterExpression e when !Terms.HasSeasons(e) => Terms.Bool(e),
            ParameterEntryExpression e => Terms.Entry(e),
            _ => OfList(condition),
        };
    }

    /// <summary>The place of a fact.</summary>
    /// <param name="field">The fact.</param>
    public FactPlace PlaceOf(FieldExpression field) => new(Scope.Text(field), Shifted(field.Row), field.Field, null);

    /// <summary>The condition that a variable of one bit is.</summary>
    /// <param name="variable">The variable.</param>
    public static Truth Bit(ProofVariable variable)
    {
        Formula known = Known(variable);
        LinearSum bit = LinearSum.OfVariable(variable.Number).Plus(LinearSum.Of(Rational.Of(-1)));
        return new Truth(Formula.All(known, SumFormula.Of(bit, Relation.Equal)), Formula.All(known, SumFormula.Of(bit, Relation.Unequal)));
    }

    /// <summary>Where a variable is known.</summary>
    /// <param name="variable">The variable.</param>
    public static Formula Known(ProofVariable variable) => variable.Flag < 0 ? Formula.True : new FlagFormula(variable.Flag, true);

    /// <summary>Where an expression of any type is known; true where that is not followed.</summary>
    /// <param name="expression">The expression.</param>
    public Formula KnownOf(TypedExpression expression) => expression.Type switch
    {
        { IsList: true } => Formula.True,
        { Kind: FieldType.Bool } => Read(expression).Known,
        { Kind: FieldType.Set } => Sets.Read(expression)?.Known ?? Formula.True,
        _ => Terms.Read(expression).Known,
    };

    /// <summary>One of two conditions, by a third.</summary>
    private static Truth Choice(Truth condition, Truth whenTrue, Truth whenFalse) => new(
        Formula.Any(Formula.All(condition.True, whenTrue.True), Formula.All(condition.False, whenFalse.True)),
        Formula.Any(Formula.All(condition.True, whenTrue.False), Formula.All(condition.False, whenFalse.False)));

    private Truth OfList(TypedExpression condition) => condition switch
    {
        AnyChildExpression e => _composed.Read(e) ?? _lists.Read(e),
        RuleSaysExpression e => _composed.Read(e),
        ShareComparisonExpression e => _lists.Read(e),
        MacroExpression { Kind: MacroKind.All or MacroKind.Exists } e => _lists.Read(e),
        FrequencyExpression e => _frequencies.Read(e),
        RuleAppliesExpression e => _lists.Read(e),
        RuleVerdictExpression e => _lists.Read(e),
        _ => Opaque.Condition(condition),
    };

    private FactPlace PlaceOf(HasExpression has) => new(Scope.Text(has).Replace("has(", string.Empty, StringComparison.Ordinal).TrimEnd(')'), Shifted(has.Row), has.Field, has.List);

    private RowPath Shifted(RowPath row) => Scope.Frame == 0 ? row : row with { Frame = row.Frame + Scope.Frame };

    private Truth Joined(LogicExpression chain)
    {
        List<Truth> parts = [];
        Stack<TypedExpression> waiting = new([chain]);
        while (waiting.TryPop(out TypedExpression? next))
        {
            if (next is LogicExpression logic && logic.IsAnd == chain.IsAnd)
            {
                waiting.Push(logic.Right);
                waiting.Push(logic.Left);
            }
            else parts.Add(Read(next));
        }

        return chain.IsAnd ? Truth.All(parts) : Truth.Any(parts);
    }

    private Truth Counted(AtLeastExpression some)
    {
        Truth[] parts = [.. some.Conditions.Select(Read)];
        return new Truth(AtLeast(some.Needed, [.. parts.Select(p => p.True)]), AtLeast(parts.Length - some.Needed + 1, [.. parts.Select(p => p.False)]));
    }

    // The first counts or does not; the others make up the rest.
    private static Formula AtLeast(int needed, ReadOnlySpan<Formula> parts)
    {
        if (needed <= 0 || needed > parts.Length) return Formula.Of(needed <= 0);
        return Formula.Any(Formula.All(parts[0], AtLeast(needed - 1, parts[1..])), AtLeast(needed, parts[1..]));
    }

    private Truth Compared(ComparisonExpression comparison)
    {
        if (comparison.Left.Type.IsList || comparison.Right.Type.IsList) return Opaque.Condition(comparison);
        bool isEqual = comparison.Operator == ComparisonOperator.Equal;
        switch (comparison.Left.Type.Kind)
        {
            case FieldType.Bool:
                (Truth left, Truth right) = (Read(comparison.Left), Read(comparison.Right));
                Truth same = Choice(left, right, right.Not());
                return isEqual ? same : same.Not();
            case FieldType.Set:
                Truth equal = Sets.Same(comparison);
                return isEqual ? equal : equal.Not();
            default:
                return TermReader.Compare(Terms.Read(comparison.Left), Terms.Read(comparison.Right), Relations.Of(comparison.Operator)) ?? Opaque.Comparison(comparison);
        }
    }
}
