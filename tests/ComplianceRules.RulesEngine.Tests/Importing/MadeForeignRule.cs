namespace ComplianceRules.RulesEngine.Tests.Importing;

/// <summary>A rule of a made workflow.</summary>
/// <param name="IsJoined">Whether it is of nested rules, of which one that fails does not hold.</param>
/// <param name="IsExact">Whether binary fractions hold all that is computed, but for means.</param>
/// <param name="Reads">What it reads, as <see cref="MadeExpressions.Reads"/>.</param>
/// <param name="Text">How it is written.</param>
internal sealed record MadeForeignRule(bool IsJoined, bool IsExact, HashSet<string> Reads, string Text);
