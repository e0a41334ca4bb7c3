using System.Linq.Expressions;
using ComplianceRules.Expressions;
using NRules;
using NRules.RuleModel;
using NRules.RuleModel.Builders;

namespace ComplianceRules.NRules;

/// <summary>A condition as two rules of NRules: one fires for rows of which it is true, one for rows of which it is false, none for rows of which it is unknown.</summary>
/// <remarks>May be shared between threads.</remarks>
internal sealed class HostedCondition
{
    private const string RowName = "row";

    private readonly ISessionFactory _sessions;

    private HostedCondition(ISessionFactory sessions, bool asksInterpreter)
    {
        _sessions = sessions;
        AsksInterpreter = asksInterpreter;
    }

    /// <summary>Whether the interpreter answers a part of it.</summary>
    public bool AsksInterpreter { get; }

    /// <summary>Builds and compiles the two rules.</summary>
    /// <param name="condition">The condition.</param>
    public static HostedCondition Of(TypedExpression condition)
    {
        System.Linq.Expressions.ParameterExpression row = Expression.Parameter(typeof(RowFact), RowName);
        ConditionWriter writer = new(row);
        Expression written = writer.Condition(condition);
        IRuleDefinition[] rules = [Rule("holds", row, written, answer: true), Rule("does not hold", row, Expression.Not(written), answer: false)];
        return new HostedCondition(new RuleCompiler().Compile(rules), writer.AsksInterpreter);
    }

    /// <summary>Asks the condition of rows.</summary>
    /// <param name="rows">The rows, which take the answers.</param>
    /// <param name="cancellation">Stops the session.</param>
    public void Ask(IReadOnlyCollection<RowFact> rows, CancellationToken cancellation)
    {
        ISession session = _sessions.CreateSession();
        session.InsertAll(rows);
        session.Fire(cancellation);
    }

    private static IRuleDefinition Rule(string name, System.Linq.Expressions.ParameterExpression row, Expression condition, bool answer)
    {
        RuleBuilder rule = new();
        rule.Name(name);
        PatternBuilder pattern = rule.LeftHandSide().Pattern(typeof(RowFact), RowName);
        pattern.Condition(Expression.Lambda<Func<RowFact, bool>>(Expression.Call(condition, nameof(Nullable<bool>.GetValueOrDefault), null), row));
        System.Linq.Expressions.ParameterExpression context = Expression.Parameter(typeof(IContext), "context");
        rule.RightHandSide().Action(Expression.Lambda<Action<IContext, RowFact>>(Expression.Call(row, nameof(RowFact.Say), null, Expression.Constant(answer)), context, row));
        return rule.Build();
    }
}
