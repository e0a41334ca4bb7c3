using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>A fact that may be changed.</summary>
internal sealed class GroundFact : GroundNode
{
    private readonly int _place;

    /// <summary>Names the fact.</summary>
    /// <param name="place">Its place.</param>
    /// <param name="fact">The fact.</param>
    public GroundFact(int place, ChangeableFact fact)
        : base([place])
    {
        _place = place;
        if (fact is SteppedFact) Linear = LinearSumOfFacts.OfFact(place);
    }

    public override LinearSumOfFacts? Linear { get; }

    public override ValueRange Range(ChangeBox box) => box.Range(_place);
}
