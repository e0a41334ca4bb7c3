namespace ComplianceRules.Engine;

/// <summary>What became of an expression that was tried: a value, undetermined, or errors.</summary>
/// <remarks>Immutable. A closed set of records: <see cref="TrialValue"/>, <see cref="TrialUndetermined"/>, <see cref="TrialErrors"/>.</remarks>
public abstract record TrialResult
{
    private protected TrialResult()
    {
    }
}
