using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Interop;

/// <summary>Writes the conditions of one rule in the text of Dynamic LINQ: where each is known to hold, and where it is known not to.</summary>
/// <remarks>For one rule. What cannot be said is noted once, and what is written after that means nothing.</remarks>
/// <param name="schema">The tables.</param>
/// <param name="parameters">The values in force for the rows.</param>
/// <param name="asOf">The day of assessment.</param>
internal sealed partial class DynamicRuleWriter(FactSchema schema, ParameterTable parameters, DateOnly asOf)
{
    private const int MostCharacters = 30_000;
    private const int MostCases = 64;

    /// <summary>What could not be said first; null where all was.</summary>
    public DynamicRefusal? Refusal { get; private set; }

    /// <summary>A condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="frames">What stands for the rows at hand: the subject first.</param>
    public DynamicTruth Truth(TypedExpression condition, ImmutableArray<DynamicFrame> frames)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (Refusal is not null) return DynamicTruth.Unknown;
        DynamicTruth truth = condition switch
        {
            LiteralExpression { Value: BoolValue value } => value.Truth ? DynamicTruth.Always : DynamicTruth.Always.Not,
            LogicExpression e when e.IsAnd => DynamicTruth.And(Truth(e.Left, frames), Truth(e.Right, frames)),
            LogicExpression e => DynamicTruth.Or(Truth(e.Left, frames), Truth(e.Right, frames)),
            NotExpression e => Truth(e.Operand, frames).Not,
            AtLeastExpression e => AtLeast(e, frames),
            ConditionalExpression e => Chosen(Truth(e.Condition, frames), Truth(e.WhenTrue, frames), Truth(e.WhenFalse, frames)),
            ComparisonExpression { Left.Type: { Kind: FieldType.Bool, IsList: false } } e => SameTruth(e, frames),
            ComparisonExpression e => Compared(e, frames),
            FieldExpression e => Fact(e, frames),
            HasExpression e => Has(e, frames),
            VariableExpression e => frames[e.Variable.Frame].Truth ?? Refuse(),
            _ => OfCollection(condition, frames),
        };
        return truth.True.Length + truth.False.Length <= MostCharacters ? truth : Refuse(DiagnosticCodes.ExportTooLong);
    }

    private DynamicTruth OfCollection(TypedExpression condition, ImmutableArray<DynamicFrame> frames) => condition switch
    {
        ParameterExpression e => Parameter(e, frames),
        ParameterEntryExpression e => Entry(e, frames),
        MembershipExpression e => Membership(e, frames),
        SetComparisonExpression e => Within(e, frames),
        MacroExpression e => Quantified(e, frames),
        AnyChildExpression e => AnyChild(e, frames),
        ShareComparisonExpression e => ShareCompared(e, frames),
        CallExpression e => Called(e, frames),
        RuleAppliesExpression or RuleVerdictExpression or RuleSaysExpression => Refuse(DiagnosticCodes.ExportOfVerdicts),
        FrequencyExpression => Refuse(DiagnosticCodes.ExportFunction, "frequency"),
        _ => Refuse(),
    };

    private DynamicTruth AtLeast(AtLeastExpression some, ImmutableArray<DynamicFrame> frames)
    {
        ImmutableArray<DynamicTruth> conditions = [.. some.Conditions.Select(c => Truth(c, frames))];
        return new DynamicTruth(Enough(conditions.Select(c => c.True), some.Needed), Enough(conditions.Select(c => c.False), conditions.Length - some.Needed + 1));
    }

    private static DynamicTest Enough(IEnumerable<DynamicTest> tests, int needed)
    {
        ImmutableArray<DynamicTest> possible = [.. tests.Where(t => !t.IsFalse)];
        if (possible.Length < needed) return DynamicTest.False;
        if (needed == possible.Length) return DynamicTest.And(possible);
        if (needed == 1) return DynamicTest.Or(possible);
        return DynamicTest.Of($"{string.Join(" + ", possible.Select(t => $"iif({t.Text}, 1, 0)"))} >= {DynamicFactor.Of(needed).Text[..^1]}");
    }

    private static DynamicTruth Chosen(DynamicTruth condition, DynamicTruth whenTrue, DynamicTruth whenFalse) => new(
        DynamicTest.Or(DynamicTest.And(condition.True, whenTrue.True), DynamicTest.And(condition.False, whenFalse.True)),
        DynamicTest.Or(DynamicTest.And(condition.True, whenTrue.False), DynamicTest.And(condition.False, whenFalse.False)));

    private DynamicTruth SameTruth(ComparisonExpression comparison, ImmutableArray<DynamicFrame> frames)
    {
        DynamicTruth left = Truth(comparison.Left, frames);
        DynamicTruth same = Chosen(left, Truth(comparison.Right, frames), Truth(comparison.Right, frames).Not);
        return comparison.Operator == ComparisonOperator.Equal ? same : same.Not;
    }

    private DynamicTruth Parameter(ParameterExpression parameter, ImmutableArray<DynamicFrame> frames) =>
        Over(InForce(parameter, frames), value => value is BoolValue { Truth: true } ? DynamicTruth.Always : DynamicTruth.Always.Not);

    private DynamicTruth Entry(ParameterEntryExpression entry, ImmutableArray<DynamicFrame> frames)
    {
        ImmutableArray<string> keys = [.. parameters.KeysOf(entry.Name)];
        return Over(Value(entry.Key, frames), key => Among((DynamicWord)key, keys));
    }

    private static DynamicTruth Among(DynamicWord key, ImmutableArray<string> keys) => new(
        DynamicTest.Or(keys.Select(k => DynamicTest.Of($"{key.Text} == {DynamicWord.Quoted(k).Text}"))),
        DynamicTest.And(keys.Select(k => DynamicTest.Of($"{key.Text} != {DynamicWord.Quoted(k).Text}"))));

    private DynamicTruth Called(CallExpression call, ImmutableArray<DynamicFrame> frames) => call.Function switch
    {
        ContainsFunction => Over(Value(call.Arguments[0], frames), Value(call.Arguments[1], frames), (text, part) => Both(DynamicTest.Of($"{Text(text)}.Contains({Text(part)})"))),
        StartsWithFunction => OfEnd(call, frames, static (text, part) => $"{text}.Substring(0, {part}.Length)"),
        EndsWithFunction => OfEnd(call, frames, static (text, part) => $"{text}.Substring({text}.Length - {part}.Length)"),
        _ => Refuse(DiagnosticCodes.ExportFunction, call.Function.Name),
    };

    // The methods of texts there go by a culture; parts of them are compared sign by sign.
    private DynamicTruth OfEnd(CallExpression call, ImmutableArray<DynamicFrame> frames, Func<string, string, string> part) => Over(
        Value(call.Arguments[0], frames),
        Value(call.Arguments[1], frames),
        (text, end) => Both(DynamicTest.And(DynamicTest.Of($"{Text(text)}.Length >= {Text(end)}.Length"), DynamicTest.Of($"{part(Text(text), Text(end))} == {Text(end)}"))));

    private static string Text(DynamicTerm term) => ((DynamicWord)term).Text;

    private static DynamicTruth Both(DynamicTest test) => new(test, test.Not());

    // A condition on a value holds where it holds of one of its cases.
    private static DynamicTruth Over<T>(IEnumerable<(DynamicTest When, T Value)> cases, Func<T, DynamicTruth> ask)
    {
        ImmutableArray<(DynamicTest When, DynamicTruth Truth)> asked = [.. cases.Select(c => (c.When, ask(c.Value)))];
        return new DynamicTruth(DynamicTest.Or(asked.Select(a => DynamicTest.And(a.When, a.Truth.True))), DynamicTest.Or(asked.Select(a => DynamicTest.And(a.When, a.Truth.False))));
    }

    private static DynamicTruth Over(ImmutableArray<DynamicCase> value, Func<DynamicTerm, DynamicTruth> ask) => Over(value.Select(c => (c.When, c.Term)), ask);

    private static DynamicTruth Over(ImmutableArray<DynamicCase> left, ImmutableArray<DynamicCase> right, Func<DynamicTerm, DynamicTerm, DynamicTruth> ask) =>
        Over(left.SelectMany(l => right.Select(r => (DynamicTest.And(l.When, r.When), (l.Term, r.Term)))), both => ask(both.Item1, both.Item2));

    private DynamicTruth Refuse(DiagnosticCode? code = null, string? what = null)
    {
        Refusal ??= new DynamicRefusal(code ?? DiagnosticCodes.ExportShape, what);
        return DynamicTruth.Unknown;
    }

    private ImmutableArray<DynamicCase> RefuseValue(DiagnosticCode? code = null, string? what = null)
    {
        Refuse(code, what);
        return [];
    }
}
