using System.Collections.Immutable;

namespace ComplianceRules.Sql;

/// <summary>A query and the values that go with it.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Text">The text in the dialect's words.</param>
/// <param name="Parameters">The values; empty for a dialect that writes them into the text, escaped.</param>
public sealed record SqlStatement(string Text, ImmutableArray<SqlParameter> Parameters);
