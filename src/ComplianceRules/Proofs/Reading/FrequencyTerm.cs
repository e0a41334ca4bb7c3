using ComplianceRules.Expressions;

namespace ComplianceRules.Proofs;

/// <summary>How often something must or may happen, held to written limits.</summary>
/// <param name="Counted">The canonical text of what is counted, and in which periods.</param>
/// <param name="Min">The least number; null where there is none.</param>
/// <param name="Max">The largest number; null where there is none.</param>
/// <param name="Broken">Where a period is judged and breaks a limit.</param>
internal sealed record FrequencyTerm(string Counted, Rational? Min, Rational? Max, Formula Broken)
{
    /// <summary>Whether what breaks another's limits breaks these: a running period breaks only by too many, and so breaks a smaller limit too.</summary>
    /// <param name="other">The other.</param>
    public bool IsAsTightAs(FrequencyTerm other) =>
        Counted == other.Counted && (other.Min is null || (Min is { } min && min >= other.Min)) && (other.Max is null || (Max is { } max && max <= other.Max));
}
