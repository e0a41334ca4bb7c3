namespace ComplianceRules.Tests.Facts;

/// <summary>A pupil as a caller may have it.</summary>
internal sealed record PupilObject(string? Id, string? School = null, string? Class = null);
