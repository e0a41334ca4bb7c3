namespace ComplianceRules.Cli.Output;

/// <summary>A line of a tree with its value beside it.</summary>
/// <param name="First">What is drawn before the text.</param>
/// <param name="Rest">What is drawn before its further lines.</param>
/// <param name="Text">The text.</param>
/// <param name="Value">The value; null for a remark, which has the whole width.</param>
internal sealed record TreeLine(string First, string Rest, string Text, string? Value);
