using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>Sorts the items of lists by whether they count and whether they meet a condition.</summary>
/// <remarks>Immutable; may be shared between threads.</remarks>
/// <param name="list">The list's name.</param>
/// <param name="items">The number of the items' program.</param>
/// <param name="where">Which items count; null where all do.</param>
/// <param name="that">The condition; null where none is asked.</param>
internal sealed class ListTally(string list, int items, TruthNode? where, TruthNode? that)
{
    /// <summary>More items of a list than the language goes through for one subject.</summary>
    public const int Bound = (int)ListWork.Most;

    /// <summary>The longest list that is known: the answer of a longer one is unknown.</summary>
    public int MostItems { get; init; } = int.MaxValue;

    /// <summary>The lists of the rows at hand, each item judged.</summary>
    /// <param name="scope">The rows that have the lists.</param>
    /// <param name="tally">Takes the items.</param>
    /// <returns>Whether there are lists; where nothing is known of them, every answer is unknown.</returns>
    public bool TryOpen(ColumnScope scope, ListItemBits tally)
    {
        if (scope.Places(list) is not { } places) return false;
        ColumnScope below = scope.Below(items);
        below.Move(places.Items.From, places.Items.To);
        tally.Begin(places, MostItems, below.Length, (where is null ? null : below.Truth(where), that is null ? null : below.Truth(that)));
        return true;
    }

    /// <summary>The items that the last lists opened have.</summary>
    /// <param name="scope">The rows that have the lists.</param>
    public ColumnScope Items(ColumnScope scope) => scope.Below(items);
}
