namespace ComplianceRules.Expressions;

/// <summary>A bracket that the parser is inside of.</summary>
/// <param name="Sign">The bracket.</param>
/// <param name="Index">Its place among the tokens.</param>
/// <param name="Closing">What closes it.</param>
internal readonly record struct OpenBracket(Token Sign, int Index, string Closing);
