namespace ComplianceRules.Facts;

/// <summary>One thing that a column file says of a field.</summary>
/// <param name="Key">What packs call it, such as <c>unit</c>.</param>
/// <param name="Text">What it is, such as <c>min/d</c>.</param>
internal sealed record FieldAspect(string Key, string Text);
