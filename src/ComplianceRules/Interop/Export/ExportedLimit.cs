using System.Collections.Immutable;
using ComplianceRules.Findings;

namespace ComplianceRules.Interop;

/// <summary>A value of a parameter that an exported rule reads.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Key">The key; null for a parameter that is not keyed.</param>
/// <param name="Trail">The value in force, then what it stands over.</param>
public sealed record ExportedLimit(string Parameter, string? Key, ImmutableArray<ValueStep> Trail);
