namespace ComplianceRules.Benchmarks;

/// <summary>Lets only those go on who come to the same counts in every rule.</summary>
/// <param name="task">What they count, for the complaint.</param>
internal sealed class FairnessGate(string task)
{
    private string? _firstName;
    private Tally? _first;

    /// <summary>Takes the counts of the next contender.</summary>
    /// <exception cref="UnfairException">They are not those of the first.</exception>
    public FairnessGate With(string name, Tally tally)
    {
        _firstName ??= name;
        _first ??= tally;
        return tally.DifferenceFrom(_first) is { } difference ? throw new UnfairException($"{task}: {name} and {_firstName} differ in {difference}") : this;
    }

    /// <summary>Compares how many lines two lists have.</summary>
    public FairnessGate WithLines(string name, long lines, long expected) =>
        lines == expected ? this : throw new UnfairException($"{task}: {name} lists {lines} findings, not {expected}");
}
