namespace ComplianceRules.Interop;

/// <summary>A truth value that is there and may be either.</summary>
internal sealed record MeaningUnknownTruth : Meaning;
