using System.Runtime.CompilerServices;

namespace ComplianceRules.Facts;

/// <summary>Looks, between steps of long work and within loops over many rows, whether somebody wants it stopped.</summary>
/// <param name="token">Says so.</param>
internal sealed class CancellationWatch(CancellationToken token)
{
    // A row takes some nanoseconds in the slowest of such loops, so that a millisecond or two lie between two looks.
    private const int RowsBetween = 1 << 16;

    /// <summary>Hears of each look before it is taken.</summary>
    public Action? Looking { get; init; }

    /// <exception cref="OperationCanceledException">The work is to stop.</exception>
    public void Look()
    {
        Looking?.Invoke();
        token.ThrowIfCancellationRequested();
    }

    /// <summary>Looks at one row in many.</summary>
    /// <param name="row">The row, or how many rows were gone through.</param>
    /// <exception cref="OperationCanceledException">The work is to stop.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void LookAt(int row)
    {
        if ((row & (RowsBetween - 1)) == 0) Look();
    }
}
