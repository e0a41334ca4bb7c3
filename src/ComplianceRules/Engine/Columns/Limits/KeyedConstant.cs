using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>The limit of one key.</summary>
/// <param name="Key">The key.</param>
/// <param name="Limit">The limit.</param>
internal sealed record KeyedConstant(Value Key, Constant Limit);
