namespace ComplianceRules.Interop;

/// <summary>A list of rows, which may not be reported.</summary>
/// <param name="Name">The list as people find it.</param>
internal sealed record MeaningList(string Name) : Meaning;
