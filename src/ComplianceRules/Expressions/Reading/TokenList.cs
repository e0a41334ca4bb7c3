using System.Collections.Immutable;

namespace ComplianceRules.Expressions;

/// <summary>The tokens of an expression.</summary>
/// <param name="Tokens">The tokens, with the end as the last.</param>
/// <param name="IsCutOff">Whether a text or comment swallowed the rest, so that nothing can be said about what is missing there.</param>
internal sealed record TokenList(ImmutableArray<Token> Tokens, bool IsCutOff);
