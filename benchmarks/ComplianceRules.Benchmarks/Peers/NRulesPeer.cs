using System.Linq.Expressions;
using ComplianceRules.Findings;
using NRules;
using NRules.RuleModel;
using NRules.RuleModel.Builders;

namespace ComplianceRules.Benchmarks.Peers;

/// <summary>The forty rules in NRules: for each verdict that is not compliant a rule that fires for its rows. The conditions are the expression trees of <see cref="LinqRules"/>.</summary>
internal sealed class NRulesPeer
{
    private readonly LinqFacts _facts;
    private readonly PeerCounts _counts = new();
    private readonly ISessionFactory _sessions;

    public NRulesPeer(LinqFacts facts)
    {
        _facts = facts;
        IRuleDefinition[] ofClasses = [.. LinqRules.OfClasses().SelectMany((rule, number) => Rules(rule, number))];
        IRuleDefinition[] ofSchools = [.. LinqRules.OfSchools().SelectMany((rule, number) => Rules(rule, BenchRules.OfClasses.Length + number))];
        _sessions = new RuleCompiler().Compile([.. ofClasses, .. ofSchools]);
    }

    /// <summary>All facts in one session.</summary>
    public Tally AllAtOnce()
    {
        Judge([.. _facts.Schools, .. _facts.Classes]);
        return _counts.Take(_facts);
    }

    /// <summary>So many facts in a session.</summary>
    /// <param name="size">How many.</param>
    public Tally InChunks(int size)
    {
        foreach (LinqSchool[] chunk in _facts.Schools.Chunk(size)) Judge(chunk);
        foreach (LinqClass[] chunk in _facts.Classes.Chunk(size)) Judge(chunk);
        return _counts.Take(_facts);
    }

    private void Judge(IEnumerable<object> facts)
    {
        ISession session = _sessions.CreateSession();
        session.InsertAll(facts);
        session.Fire();
    }

    private IEnumerable<IRuleDefinition> Rules<T>(Expression<Func<T, Verdict>> rule, int number) => PeerCounts.Asked.Select(verdict =>
    {
        ParameterExpression row = rule.Parameters[0];
        RuleBuilder builder = new();
        builder.Name(FormattableString.Invariant($"{BenchRules.All[number]} {verdict}"));
        builder.LeftHandSide().Pattern(typeof(T), row.Name!).Condition(Expression.Lambda<Func<T, bool>>(Expression.Equal(rule.Body, Expression.Constant(verdict)), row));
        MethodCallExpression count = Expression.Call(Expression.Constant(_counts), nameof(PeerCounts.Add), null, Expression.Constant(number), Expression.Constant((int)verdict));
        builder.RightHandSide().Action(Expression.Lambda<Action<IContext, T>>(count, Expression.Parameter(typeof(IContext), "context"), row));
        return builder.Build();
    });
}
