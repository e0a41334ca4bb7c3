using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ComplianceRules.Engine;

/// <summary>What is made of whole numbers of each row's items, whose sums a double keeps: four at a time.</summary>
internal static class ItemNumberKernel
{
    /// <summary>Copies the numbers whose bit is set; all others become another.</summary>
    /// <param name="numbers">The numbers, 64 for each word.</param>
    /// <param name="bits">One bit a number.</param>
    /// <param name="otherwise">What the others become.</param>
    /// <param name="kept">Takes the numbers.</param>
    public static void Keep(ReadOnlySpan<double> numbers, ReadOnlySpan<ulong> bits, double otherwise, Span<double> kept)
    {
        ref double from = ref MemoryMarshal.GetReference(numbers[..(bits.Length * 64)]);
        ref double to = ref MemoryMarshal.GetReference(kept[..(bits.Length * 64)]);
        Vector256<ulong> bitOfLane = Vector256.Create(1UL, 2, 4, 8);
        for (int item = 0; item < bits.Length * 64; item += Vector256<double>.Count)
        {
            Vector256<ulong> own = Vector256.Create(bits[item >> 6] >> item) & bitOfLane;
            Vector256.ConditionalSelect(Vector256.Equals(own, bitOfLane).AsDouble(), Vector256.LoadUnsafe(ref from, (nuint)item), Vector256.Create(otherwise)).StoreUnsafe(ref to, (nuint)item);
        }
    }

    /// <summary>The sums.</summary>
    /// <param name="numbers">The numbers; 0 for an item that does not count.</param>
    /// <param name="places">The items of each row.</param>
    /// <param name="sums">Takes the sums.</param>
    public static void Sum(ReadOnlySpan<double> numbers, ItemPlaces places, Span<double> sums)
    {
        for (int row = 0; row < sums.Length; row++)
        {
            ReadOnlySpan<double> own = numbers[places.From[row]..places.To[row]];
            Vector256<double> parts = Vector256<double>.Zero;
            int item = 0;
            for (; item <= own.Length - Vector256<double>.Count; item += Vector256<double>.Count) parts += Vector256.Create(own.Slice(item, Vector256<double>.Count));
            double sum = Vector256.Sum(parts);
            for (; item < own.Length; item++) sum += own[item];
            sums[row] = sum;
        }
    }

    /// <summary>The least.</summary>
    /// <param name="numbers">The numbers; infinite for an item that does not count.</param>
    /// <param name="places">The items of each row.</param>
    /// <param name="least">Takes the least; 0 of none.</param>
    public static void Least(ReadOnlySpan<double> numbers, ItemPlaces places, Span<double> least)
    {
        for (int row = 0; row < least.Length; row++)
        {
            ReadOnlySpan<double> own = numbers[places.From[row]..places.To[row]];
            Vector256<double> parts = Vector256.Create(double.PositiveInfinity);
            int item = 0;
            for (; item <= own.Length - Vector256<double>.Count; item += Vector256<double>.Count) parts = Vector256.MinNative(parts, Vector256.Create(own.Slice(item, Vector256<double>.Count)));
            double found = Math.Min(Math.Min(parts[0], parts[1]), Math.Min(parts[2], parts[3]));
            for (; item < own.Length; item++) found = Math.Min(found, own[item]);
            least[row] = double.IsFinite(found) ? found : 0;
        }
    }

    /// <summary>The largest.</summary>
    /// <param name="numbers">The numbers; negative and infinite for an item that does not count.</param>
    /// <param name="places">The items of each row.</param>
    /// <param name="largest">Takes the largest; 0 of none.</param>
    public static void Largest(ReadOnlySpan<double> numbers, ItemPlaces places, Span<double> largest)
    {
        for (int row = 0; row < largest.Length; row++)
        {
            ReadOnlySpan<double> own = numbers[places.From[row]..places.To[row]];
            Vector256<double> parts = Vector256.Create(double.NegativeInfinity);
            int item = 0;
            for (; item <= own.Length - Vector256<double>.Count; item += Vector256<double>.Count) parts = Vector256.MaxNative(parts, Vector256.Create(own.Slice(item, Vector256<double>.Count)));
            double found = Math.Max(Math.Max(parts[0], parts[1]), Math.Max(parts[2], parts[3]));
            for (; item < own.Length; item++) found = Math.Max(found, own[item]);
            largest[row] = double.IsFinite(found) ? found : 0;
        }
    }
}
