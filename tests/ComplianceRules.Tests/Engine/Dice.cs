using FsCheck;
using FsCheck.Fluent;

namespace ComplianceRules.Tests.Engine;

/// <summary>Choices that follow from one seed, so that whatever was made can be made again.</summary>
internal sealed class Dice(int seed)
{
    private static readonly Replay Start = new(new Rnd(20260901, 7), null);

    private readonly Random _random = new(seed);

    public int Seed => seed;

    /// <summary>Holds a property to a number of seeds, always the same ones.</summary>
    /// <param name="count">How many.</param>
    /// <param name="property">Throws where it does not hold.</param>
    public static void Check(int count, Action<Dice> property) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => property(new Dice(seed)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(Start));

    /// <summary>A whole number, both ends included.</summary>
    public int Between(int low, int high) => _random.Next(low, high + 1);

    /// <summary>True once in some times.</summary>
    public bool OneIn(int times) => _random.Next(times) == 0;

    public T Of<T>(params ReadOnlySpan<T> items) => items[_random.Next(items.Length)];

    public T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];
}
