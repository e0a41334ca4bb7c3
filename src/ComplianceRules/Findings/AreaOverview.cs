using ComplianceRules.Diagnostics;

namespace ComplianceRules.Findings;

/// <summary>An area of policy.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Id">The area as rules name it.</param>
/// <param name="Title">What people read; empty where no pack says.</param>
public sealed record AreaOverview(string Id, LocalText Title);
