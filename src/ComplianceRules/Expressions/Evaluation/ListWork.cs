namespace ComplianceRules.Expressions;

/// <summary>How much work going through a list is, in items, however the facts turn out.</summary>
/// <remarks>An expression cannot run away: a list that is gone through again for each item of another counts as often as that other has items.</remarks>
/// <param name="Times">How often the list may be gone through for one subject; lists that begin at the items of another are together gone through as often as that one.</param>
/// <param name="Items">How many items it has.</param>
internal readonly record struct ListWork(long Times, long Items)
{
    /// <summary>How many items may be tried for one subject; beyond, the answer is unknown.</summary>
    public const long Most = 10_000_000;

    public bool IsTooMuch => Times * Items > Most;

    /// <summary>The work of a list inside this one.</summary>
    /// <param name="beginsHere">Whether it is a list of this one's item.</param>
    /// <param name="items">How many items it has.</param>
    public ListWork Inside(bool beginsHere, long items) => new(beginsHere ? Times : Times * Items, items);
}
