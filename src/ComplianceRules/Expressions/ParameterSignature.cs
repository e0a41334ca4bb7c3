using System.Collections.Immutable;

namespace ComplianceRules.Expressions;

/// <summary>What an expression may know of a parameter: its type, and the field it is keyed by.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="By">The enum field that a keyed parameter goes by; null where it is not keyed.</param>
/// <param name="Keys">The keys that have a value on some day; empty where it is not keyed.</param>
internal sealed record ParameterSignature(string Name, ExpressionType Type, string? By, ImmutableArray<string> Keys);
