namespace ComplianceRules.Spreadsheets.Tests.Agreement;

/// <summary>Numbers that follow from seeds.</summary>
internal sealed class Dice(int[] seeds)
{
    private uint _state = seeds.Aggregate(2_166_136_261u, (state, seed) => (state ^ (uint)seed) * 16_777_619u);

    /// <summary>A number from 0 to below <paramref name="sides"/>.</summary>
    public int Next(int sides)
    {
        _state = (_state * 1_664_525u) + 1_013_904_223u;
        return (int)((_state >> 16) % (uint)sides);
    }

    public T Of<T>(IReadOnlyList<T> values) => values[Next(values.Count)];
}
