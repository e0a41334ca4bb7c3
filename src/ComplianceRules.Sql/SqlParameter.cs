namespace ComplianceRules.Sql;

/// <summary>A value that goes with a statement and never stands in its text.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Name">The name that the statement's text knows it by, without the sign that a dialect puts before it.</param>
/// <param name="Value">The value: a <see cref="long"/>, a <see cref="double"/> or a <see cref="string"/>.</param>
public sealed record SqlParameter(string Name, object Value);
