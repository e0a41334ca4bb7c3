using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace ComplianceRules.Packs;

/// <summary>Works on many packs on all processors; what comes of it does not depend on how many there are.</summary>
internal static class SideBySide
{
    // Of a few packs starting more threads costs more than it saves.
    private const int Few = 8;

    /// <summary>One result of each item, in the order of the items.</summary>
    /// <remarks>Where some fail, the failure of the first of them is thrown.</remarks>
    /// <typeparam name="TItem">What is worked on.</typeparam>
    /// <typeparam name="TResult">What comes of it.</typeparam>
    /// <param name="items">The items.</param>
    /// <param name="make">Makes the result of one item; may be asked by several threads at once.</param>
    /// <param name="threads">How many threads may work; 1 or more.</param>
    public static ImmutableArray<TResult> Each<TItem, TResult>(ImmutableArray<TItem> items, Func<TItem, TResult> make, int threads)
    {
        if (threads == 1 || items.Length < Few) return [.. items.Select(make)];
        TResult[] made = new TResult[items.Length];
        ExceptionDispatchInfo?[] failed = new ExceptionDispatchInfo?[items.Length];
        Parallel.For(0, items.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
        {
            try
            {
                made[i] = make(items[i]);
            }
#pragma warning disable CA1031 // thrown again below, for the first item that failed
            catch (Exception failure)
#pragma warning restore CA1031
            {
                failed[i] = ExceptionDispatchInfo.Capture(failure);
            }
        });
        Array.Find(failed, f => f is not null)?.Throw();
        return ImmutableCollectionsMarshal.AsImmutableArray(made);
    }
}
