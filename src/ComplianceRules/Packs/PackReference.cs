using ComplianceRules.Diagnostics;
using NuGet.Versioning;

namespace ComplianceRules.Packs;

/// <summary>The pack that another extends.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Id">The pack's id.</param>
/// <param name="Versions">The versions that will do; null for any.</param>
/// <param name="Place">Where the reference stands.</param>
public sealed record PackReference(string Id, VersionRange? Versions, SourceSpan Place);
