namespace ComplianceRules.Interop;

/// <summary>A workflow as a part of a pack: an instrument and an area.</summary>
/// <param name="Title">The workflow's name.</param>
/// <param name="Instrument">The id of its instrument.</param>
/// <param name="Area">The id of its area.</param>
internal sealed record PackSection(string Title, string Instrument, string Area);
