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
internal sealed partial class LinqRuleWriter(FactSchema schema, ParameterTable parameters, DateOnly asOf)
{
    private const int MostCharacters = 30_000;
    private const int MostCases = 64;

    /// <summary>What could not be said first; null where all was.</summary>
    public LinqRefusal? Refusal { get; private set; }

    /// <summary>A condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="frames">What stands for the rows at hand: the subject first.</param>
    public LinqTruth Truth(TypedExpression condition, ImmutableArray<LinqFrame> frames)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (Refusal is not null) return LinqTruth.Unknown;
        LinqTruth truth = condition switch
        {
            LiteralExpression { Value: BoolValue value } => value.Truth ? LinqTruth.Always : LinqTruth.Always.Not,
            LogicExpression e when e.IsAnd => LinqTruth.And(Truth(e.Left, frames), Truth(e.Right, frames)),
            LogicExpression e => LinqTruth.Or(Truth(e.Left, frames), Truth(e.Right, frames)),
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

    private LinqTruth OfCollection(TypedExpression condition, ImmutableArray<LinqFrame> frames) => condition switch
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

    private LinqTruth AtLeast(AtLeastExpression some, ImmutableArray<LinqFrame> frames)
    {
        ImmutableArray<LinqTruth> conditions = [.. some.Conditions.Select(c => Truth(c, frames))];
        return new LinqTruth(Enough(conditions.Select(c => c.True), some.Needed), Enough(conditions.Select(c => c.False), conditions.Length - some.Needed + 1));
    }

    private static LinqTest Enough(IEnumerable<LinqTest> tests, int needed)
    {
        ImmutableArray<LinqTest> possible = [.. tests.Where(t => !t.IsFalse)];
        if (possible.Length < needed) return LinqTest.False;
        if (needed == possible.Length) return LinqTest.And(possible);
        if (needed == 1) return LinqTest.Or(possible);
        return LinqTest.Of($"{string.Join(" + ", possible.Select(t => $"iif({t.Text}, 1, 0)"))} >= {LinqFactor.Of(needed).Text[..^1]}");
    }

    private static LinqTruth Chosen(LinqTruth condition, LinqTruth whenTrue, LinqTruth whenFalse) => new(
        LinqTest.Or(LinqTest.And(condition.True, whenTrue.True), LinqTest.And(condition.False, whenFalse.True)),
        LinqTest.Or(LinqTest.And(condition.True, whenTrue.False), LinqTest.And(condition.False, whenFalse.False)));

    private LinqTruth SameTruth(ComparisonExpression comparison, ImmutableArray<LinqFrame> frames)
    {
        LinqTruth left = Truth(comparison.Left, frames);
        LinqTruth same = Chosen(left, Truth(comparison.Right, frames), Truth(comparison.Right, frames).Not);
        return comparison.Operator == ComparisonOperator.Equal ? same : same.Not;
    }

    private LinqTruth Parameter(ParameterExpression parameter, ImmutableArray<LinqFrame> frames) =>
        Over(InForce(parameter, frames), value => value is BoolValue { Truth: true } ? LinqTruth.Always : LinqTruth.Always.Not);

    private LinqTruth Entry(ParameterEntryExpression entry, ImmutableArray<LinqFrame> frames)
    {
        ImmutableArray<string> keys = [.. parameters.KeysOf(entry.Name)];
        return Over(Value(entry.Key, frames), key => Among((LinqWord)key, keys));
    }

    private static LinqTruth Among(LinqWord key, ImmutableArray<string> keys) => new(
        LinqTest.Or(keys.Select(k => LinqTest.Of($"{key.Text} == {LinqWord.Quoted(k).Text}"))),
        LinqTest.And(keys.Select(k => LinqTest.Of($"{key.Text} != {LinqWord.Quoted(k).Text}"))));

    private LinqTruth Called(CallExpression call, ImmutableArray<LinqFrame> frames) => call.Function switch
    {
        ContainsFunction => Over(Value(call.Arguments[0], frames), Value(call.Arguments[1], frames), (text, part) => Both(LinqTest.Of($"{Text(text)}.Contains({Text(part)})"))),
        StartsWithFunction => OfEnd(call, frames, static (text, part) => $"{text}.Substring(0, {part}.Length)"),
        EndsWithFunction => OfEnd(call, frames, static (text, part) => $"{text}.Substring({text}.Length - {part}.Length)"),
        _ => Refuse(DiagnosticCodes.ExportFunction, call.Function.Name),
    };

    // The methods of texts there go by a culture; parts of them are compared sign by sign.
    private LinqTruth OfEnd(CallExpression call, ImmutableArray<LinqFrame> frames, Func<string, string, string> part) => Over(
        Value(call.Arguments[0], frames),
        Value(call.Arguments[1], frames),
        (text, end) => Both(LinqTest.And(LinqTest.Of($"{Text(text)}.Length >= {Text(end)}.Length"), LinqTest.Of($"{part(Text(text), Text(end))} == {Text(end)}"))));

    private static string Text(LinqTerm term) => ((LinqWord)term).Text;

    private static LinqTruth Both(LinqTest test) => new(test, test.Not());

    // A condition on a value holds where it holds of one of its cases.
    private static LinqTruth Over<T>(IEnumerable<(LinqTest When, T Value)> cases, Func<T, LinqTruth> ask)
    {
        ImmutableArray<(LinqTest When, LinqTruth Truth)> asked = [.. cases.Select(c => (c.When, ask(c.Value)))];
        return new LinqTruth(LinqTest.Or(asked.Select(a => LinqTest.And(a.When, a.Truth.True))), LinqTest.Or(asked.Select(a => LinqTest.And(a.When, a.Truth.False))));
    }

    private static LinqTruth Over(ImmutableArray<LinqCase> value, Func<LinqTerm, LinqTruth> ask) => Over(value.Select(c => (c.When, c.Term)), ask);

    private static LinqTruth Over(ImmutableArray<LinqCase> left, ImmutableArray<LinqCase> right, Func<LinqTerm, LinqTerm, LinqTruth> ask) =>
        Over(left.SelectMany(l => right.Select(r => (LinqTest.And(l.When, r.When), (l.Term, r.Term)))), both => ask(both.Item1, both.Item2));

    private LinqTruth Refuse(DiagnosticCode? code = null, string? what = null)
    {
        Refusal ??= new LinqRefusal(code ?? DiagnosticCodes.ExportShape, what);
        return LinqTruth.Unknown;
    }

    private ImmutableArray<LinqCase> RefuseValue(DiagnosticCode? code = null, string? what = null)
    {
        Refuse(code, what);
        return [];
    }
}
