using System.Collections.Immutable;

namespace ComplianceRules.Sql;

/// <summary>A query and the values that go with it.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Text">The text in the dialect's words.</param>
/// <param name="Parameters">The values.</param>
public sealed record SqlStatement(string Text, ImmutableArray<SqlParameter> Parameters);
