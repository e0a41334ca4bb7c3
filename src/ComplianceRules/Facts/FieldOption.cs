using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>One value of an enum or set field.</summary>
/// <param name="Key">The key used in data and in expressions.</param>
/// <param name="Title">What people read.</param>
public sealed record FieldOption(string Key, LocalText Title);
