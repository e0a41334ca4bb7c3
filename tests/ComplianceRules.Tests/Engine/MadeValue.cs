namespace ComplianceRules.Tests.Engine;

/// <summary>One dated value that a pack gives a parameter.</summary>
/// <param name="From">Its first day; null where it held before all others.</param>
/// <param name="Until">Its last day; null where there is none.</param>
/// <param name="Value">The value: a number, days after 2026-09-01, minutes after midnight of a scale that begins at 17:00, or a set as bits.</param>
internal sealed record MadeValue(DateOnly? From, DateOnly? Until, int Value);
