using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Rules;

/// <summary>Writes the conditions of one rule as tests of SQL: where each is known to hold, and where it is known not to.</summary>
/// <remarks>For one rule. What cannot be said is noted once, and what is written after that means nothing.</remarks>
/// <param name="scope">The statement.</param>
/// <param name="texts">The texts of the statement.</param>
/// <param name="parameters">The values in force for the rows.</param>
/// <param name="asOf">The day of assessment.</param>
internal sealed partial class SqlRuleWriter(SqlScope scope, SqlTexts texts, ParameterTable parameters, DateOnly asOf)
{
    private const int MostCharacters = 60_000;
    private const int MostCases = 64;

    /// <summary>What could not be said first; null where all was.</summary>
    public SqlRefusal? Refusal { get; private set; }

    /// <summary>A condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="frames">What stands for the rows at hand: the subject first.</param>
    public SqlTruth Truth(TypedExpression condition, ImmutableArray<SqlFrame> frames)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (Refusal is not null) return SqlTruth.Unknown;
        SqlTruth truth = condition switch
        {
            LiteralExpression { Value: BoolValue value } => value.Truth ? SqlTruth.Always : SqlTruth.Never,
            LogicExpression e when e.IsAnd => SqlTruth.And(Truth(e.Left, frames), Truth(e.Right, frames)),
            LogicExpression e => SqlTruth.Or(Truth(e.Left, frames), Truth(e.Right, frames)),
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
        return truth.True.Length + truth.False.Length <= MostCharacters ? truth : Refuse(DiagnosticCodes.SqlTooLong);
    }

    private SqlTruth OfCollection(TypedExpression condition, ImmutableArray<SqlFrame> frames) => condition switch
    {
        ParameterExpression e => Parameter(e, frames),
        ParameterEntryExpression e => Entry(e, frames),
        MembershipExpression e => Membership(e, frames),
        SetComparisonExpression e => Within(e, frames),
        MacroExpression e => Quantified(e, frames),
        AnyChildExpression e => AnyChild(e, frames),
        ShareComparisonExpression e => ShareCompared(e, frames),
        CallExpression e => Called(e, frames),
        RuleAppliesExpression or RuleVerdictExpression or RuleSaysExpression => Refuse(DiagnosticCodes.SqlOfVerdicts),
        FrequencyExpression => Refuse(DiagnosticCodes.SqlFunction, "frequency"),
        _ => Refuse(),
    };

    private SqlTruth AtLeast(AtLeastExpression some, ImmutableArray<SqlFrame> frames)
    {
        ImmutableArray<SqlTruth> conditions = [.. some.Conditions.Select(c => Truth(c, frames))];
        return new SqlTruth(Enough(conditions.Select(c => c.True), some.Needed), Enough(conditions.Select(c => c.False), conditions.Length - some.Needed + 1));
    }

    private static SqlTest Enough(IEnumerable<SqlTest> tests, int needed)
    {
        ImmutableArray<SqlTest> all = [.. tests];
        int sure = all.Count(t => t.IsTrue);
        ImmutableArray<SqlTest> possible = [.. all.Where(t => !t.IsFalse && !t.IsTrue)];
        int open = needed - sure;
        if (open <= 0) return SqlTest.True;
        if (possible.Length < open) return SqlTest.False;
        if (open == possible.Length) return SqlTest.And(possible);
        return open == 1 ? SqlTest.Or(possible) : SqlTest.Of($"{string.Join(" + ", possible.Select(t => t.Number))} >= {SqlToken.Scale(open)}");
    }

    private static SqlTruth Chosen(SqlTruth condition, SqlTruth whenTrue, SqlTruth whenFalse) => new(
        SqlTest.Or(SqlTest.And(condition.True, whenTrue.True), SqlTest.And(condition.False, whenFalse.True)),
        SqlTest.Or(SqlTest.And(condition.True, whenTrue.False), SqlTest.And(condition.False, whenFalse.False)));

    private SqlTruth SameTruth(ComparisonExpression comparison, ImmutableArray<SqlFrame> frames)
    {
        SqlTruth right = Truth(comparison.Right, frames);
        SqlTruth same = Chosen(Truth(comparison.Left, frames), right, right.Not);
        return comparison.Operator == ComparisonOperator.Equal ? same : same.Not;
    }

    private SqlTruth Parameter(ParameterExpression parameter, ImmutableArray<SqlFrame> frames) =>
        Over(InForce(parameter, frames).Select(v => (v.When, v.Value)), value => value is BoolValue { Truth: true } ? SqlTruth.Always : SqlTruth.Never);

    private SqlTruth Entry(ParameterEntryExpression entry, ImmutableArray<SqlFrame> frames)
    {
        ImmutableArray<string> keys = [.. parameters.KeysOf(entry.Name)];
        return Over(Value(entry.Key, frames), key => SqlTruth.Of(SqlTest.Or(keys.Select(k => Same((SqlWord)key, k)))));
    }

    private SqlTruth Called(CallExpression call, ImmutableArray<SqlFrame> frames) => call.Function switch
    {
        ContainsFunction => Asked(call, frames, SqlTextPlace.Anywhere),
        StartsWithFunction => Asked(call, frames, SqlTextPlace.Start),
        EndsWithFunction => Asked(call, frames, SqlTextPlace.End),
        _ => Refuse(DiagnosticCodes.SqlFunction, call.Function.Name),
    };

    private SqlTruth Asked(CallExpression call, ImmutableArray<SqlFrame> frames, SqlTextPlace place) => Over(
        Value(call.Arguments[0], frames),
        Value(call.Arguments[1], frames),
        (text, part) => part is SqlWord { Written: "" } ? SqlTruth.Always : SqlTruth.Of(SqlTest.Of(scope.Dialect.Contains(place, ((SqlWord)text).Text, ((SqlWord)part).Text))));

    // A condition on a value holds where it holds of one of its cases.
    private static SqlTruth Over<T>(IEnumerable<(SqlTest When, T Value)> cases, Func<T, SqlTruth> ask)
    {
        ImmutableArray<(SqlTest When, SqlTruth Truth)> asked = [.. cases.Select(c => (c.When, ask(c.Value)))];
        return new SqlTruth(SqlTest.Or(asked.Select(a => SqlTest.And(a.When, a.Truth.True))), SqlTest.Or(asked.Select(a => SqlTest.And(a.When, a.Truth.False))));
    }

    private static SqlTruth Over(ImmutableArray<SqlCase> value, Func<SqlTerm, SqlTruth> ask) => Over(value.Select(c => (c.When, c.Term)), ask);

    private static SqlTruth Over(ImmutableArray<SqlCase> left, ImmutableArray<SqlCase> right, Func<SqlTerm, SqlTerm, SqlTruth> ask) =>
        Over(left.SelectMany(l => right.Select(r => (SqlTest.And(l.When, r.When), (l.Term, r.Term)))), both => ask(both.Item1, both.Item2));

    private SqlTruth Refuse(DiagnosticCode? code = null, string? what = null)
    {
        Refusal ??= new SqlRefusal(code ?? DiagnosticCodes.SqlShape, what);
        return SqlTruth.Unknown;
    }

    private ImmutableArray<SqlCase> RefuseValue(DiagnosticCode? code = null, string? what = null)
    {
        Refuse(code, what);
        return [];
    }
}
