using System.Collections.Concurrent;
using ComplianceRules.Engine;
using ComplianceRules.Expressions;

namespace ComplianceRules.NRules;

/// <summary>NRules as the engine that answers the conditions of packs.</summary>
/// <remarks>For one catalogue: conditions are compiled once and kept as long as it is. May be shared between threads.</remarks>
internal sealed class NRulesGuest : IGuestEngine
{
    private readonly ConcurrentDictionary<TypedExpression, HostedCondition> _conditions = new(ReferenceEqualityComparer.Instance);

    /// <inheritdoc/>
    public IBlockJudge Begin(ReferenceInterpreter interpreter, CancellationToken cancellation) => new NRulesJudge(this, interpreter, cancellation);

    /// <summary>A condition, compiled.</summary>
    /// <param name="condition">The condition.</param>
    public HostedCondition Of(TypedExpression condition) => _conditions.GetOrAdd(condition, HostedCondition.Of);
}
