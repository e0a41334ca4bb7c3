namespace ComplianceRules.Benchmarks;

/// <summary>Gathers a bit for each fact, set where it is known.</summary>
internal struct Known
{
    private int _facts;

    public int Bits { get; private set; }

    public int Take(int? fact)
    {
        Mark(fact.HasValue);
        return fact.GetValueOrDefault();
    }

    public double Take(double? fact)
    {
        Mark(fact.HasValue);
        return fact.GetValueOrDefault();
    }

    public bool Take(bool? fact)
    {
        Mark(fact.HasValue);
        return fact.GetValueOrDefault();
    }

    private void Mark(bool isKnown) => Bits |= (isKnown ? 1 : 0) << _facts++;
}
