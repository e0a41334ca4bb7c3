namespace ComplianceRules.NRules.Tests.Guide;

/// <summary>A fact of an application: a room, and how many pupils are in it, null where nobody said.</summary>
public sealed record Room(string Name, int? Pupils);
