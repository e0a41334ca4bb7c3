using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Reads the key of a row piece by piece, the ids of the rows above first, as it is written: <c>3703220012/301</c>.</summary>
/// <param name="tables">The row's own table first, then those whose ids stand before its own.</param>
/// <param name="rows">The row in each of them.</param>
/// <param name="depth">How many of them are known.</param>
internal ref struct KeyBytes(FactTable[] tables, int[] rows, int depth)
{
    private int _next = depth - 1;
    private bool _slashIsDue;

    /// <summary>What is left of the piece at hand, as UTF-8.</summary>
    public ReadOnlySpan<byte> Rest { get; private set; }

    /// <summary>Makes sure that something is left at hand.</summary>
    /// <returns>False at the end of the key.</returns>
    public bool Fill()
    {
        while (Rest.IsEmpty)
        {
            if (_next < 0) return false;
            Rest = _slashIsDue ? "/"u8 : tables[_next].Ids.Bytes(rows[_next--]);
            _slashIsDue = !_slashIsDue;
        }

        return true;
    }

    /// <summary>Leaves bytes behind.</summary>
    /// <param name="count">How many.</param>
    public void Skip(int count) => Rest = Rest[count..];
}
