namespace ComplianceRules.Engine;

/// <summary>The stack of a region.</summary>
/// <param name="Stack">The stack.</param>
/// <param name="NamesSchools">Whether a pack that reaches the region is only for named schools, so that its schools may have stacks of their own.</param>
internal sealed record RegionStack(PackStack Stack, bool NamesSchools);
