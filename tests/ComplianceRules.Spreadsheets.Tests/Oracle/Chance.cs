using System.Globalization;

namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>Choices that follow from one seed, so that whatever was made can be made again.</summary>
internal sealed class Chance(int seed)
{
    private const int MostShown = 3;

    private readonly Random _random = new(seed);

    /// <summary>Holds a property to seeds that are always the same; <c>ORACLE_CASES</c> in the environment asks for more of them.</summary>
    /// <param name="few">How many, where nobody asks for more.</param>
    /// <param name="property">Throws where it does not hold.</param>
    public static void Check(int few, Action<Chance> property)
    {
        int count = int.TryParse(Environment.GetEnvironmentVariable("ORACLE_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out int many) ? many : few;
        List<string> broken = [];
        for (int seed = 1; seed <= count; seed++)
        {
            try
            {
                property(new Chance(seed));
            }
            catch (Exception exception)
            {
                broken.Add($"seed {seed}: {exception}");
            }
        }

        Assert.True(broken.Count == 0, $"{broken.Count} of {count} do not hold\n{string.Join("\n\n", broken.Take(MostShown))}");
    }

    /// <summary>A whole number, both ends included.</summary>
    public int Between(int low, int high) => _random.Next(low, high + 1);

    /// <summary>True once in some times.</summary>
    public bool OneIn(int times) => _random.Next(times) == 0;

    public T Of<T>(params ReadOnlySpan<T> items) => items[_random.Next(items.Length)];

    public T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    public T[] Shuffled<T>(IEnumerable<T> items)
    {
        T[] order = [.. items];
        _random.Shuffle(order);
        return order;
    }

    public byte[] Bytes(int count)
    {
        byte[] bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }
}
