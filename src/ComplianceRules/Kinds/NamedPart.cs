using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Kinds;

/// <summary>An entry of a list whose entries have ids.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What people read; the id where the pack does not say.</param>
/// <param name="Reader">Reads the rest of it; whoever does says when all keys are known.</param>
internal sealed record NamedPart(string Id, LocalText Title, ObjectReader Reader);
