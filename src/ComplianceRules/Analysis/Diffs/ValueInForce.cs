using System.Collections.Immutable;
using ComplianceRules.Expressions;

namespace ComplianceRules.Analysis;

/// <summary>The value of a parameter in force on a day.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Value">The value.</param>
/// <param name="OnScales">The value on each scale of time that rules read it on.</param>
/// <param name="Pack">The id of the pack that set it.</param>
/// <param name="Law">The law that it stands on; null where the pack does not say.</param>
internal sealed record ValueInForce(Value Value, ImmutableArray<Value> OnScales, string Pack, LawReference? Law)
{
    /// <summary>Whether two values are the same; so are two that are not there.</summary>
    public static bool AreSame(ValueInForce? left, ValueInForce? right) =>
        left is null || right is null ? left == right : left.OnScales.Zip(right.OnScales, ExactComparison.Same).All(same => same);

    /// <summary>Whether two values are the same, of one pack and law.</summary>
    public static bool AreAlike(ValueInForce? left, ValueInForce? right) => AreSame(left, right) && LawReference.AreSame(left?.Law, right?.Law) && left?.Pack == right?.Pack;
}
