using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>Where a finding stands in a part, and where it belongs among those of its rule.</summary>
/// <param name="Chunk">The number of the chunk of schools in the whole data.</param>
/// <param name="School">The place of its school in the whole data.</param>
/// <param name="Verdict">What the rule says.</param>
/// <param name="Offset">Where the finding begins in the part.</param>
/// <param name="Length">How many bytes it has.</param>
internal readonly record struct PartFinding(int Chunk, int School, Verdict Verdict, long Offset, int Length);
