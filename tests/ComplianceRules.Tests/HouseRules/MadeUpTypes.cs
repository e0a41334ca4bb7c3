namespace ComplianceRules.Tests.HouseRules;

/// <summary>Types that break the rules of the house on purpose, and some that keep them.</summary>
internal static class MadeUpTypes
{
    internal interface IChanging
    {
        int Any { get; set; }
    }

    // These two are open and settable because the guard must be seen to notice it.
#pragma warning disable CA1852, CA1051, CS0649
    internal class Open;

    internal record OpenRecord(int Init);

    internal abstract class Settable
    {
        internal int Field;

        public int Public { get; set; }

        public int Private { get; private set; }

        public int Init { get; init; }

        internal int Internal { get; set; }

        protected int Protected { get; set; }
    }
#pragma warning restore CA1852, CA1051, CS0649

    internal record struct SettableStruct(int Positional);

    internal readonly record struct FixedStruct(int Positional);

    internal sealed record Fixed(int Positional);

    internal abstract class Abstract
    {
        public const int Constant = 1;

        public static readonly int Once = 1;
    }
}
