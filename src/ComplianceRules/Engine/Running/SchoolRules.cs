using System.Collections.Frozen;

namespace ComplianceRules.Engine;

/// <summary>The rules of schools and of what lies below them, worked out once for all schools that are judged alone.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Ids">Their full ids.</param>
/// <param name="Schedule">In what order they are judged.</param>
internal sealed record SchoolRules(FrozenSet<string> Ids, RuleSchedule Schedule);
