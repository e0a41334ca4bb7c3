namespace ComplianceRules.Benchmarks;

/// <summary>The order of an object's keys: as declared, or shuffled anew for each object.</summary>
/// <param name="keys">How many keys there are.</param>
internal sealed class KeyOrder(int keys)
{
    private readonly int[] _order = [.. Enumerable.Range(0, keys)];

    public ReadOnlySpan<int> Next => _order;

    public void Shuffle(ref SplitMix64 numbers)
    {
        for (int i = _order.Length - 1; i > 0; i--)
        {
            int other = numbers.Below(i + 1);
            (_order[i], _order[other]) = (_order[other], _order[i]);
        }
    }
}
