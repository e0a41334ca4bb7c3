namespace ComplianceRules.Expressions;

/// <summary>How much work going through a list is, however the facts turn out.</summary>
/// <remarks>
/// An expression cannot run away: a list that is gone through again for each item of another counts as often as that other has items. Lists that begin at the items of
/// another, such as the classes of each school, share out the rows of one table: together they count once.
/// </remarks>
/// <param name="Times">How often the lists of its kind are gone through for one subject.</param>
/// <param name="Items">How many items it has.</param>
internal readonly record struct ListWork(long Times, long Items)
{
    /// <summary>How many items may be tried for one subject; beyond, the answer is unknown.</summary>
    public const long Most = 10_000_000;

    public bool IsTooMuch => Times > Most || Items > Most || (!IsFree && Times * Items > Most);

    /// <summary>Whether its own items do not count: a list that is written out, and not within another such list, has no more of them than the expression has words.</summary>
    public bool IsFree { get; private init; }

    /// <summary>The same list, gone through for each item of another.</summary>
    /// <param name="items">How many items the other has.</param>
    public ListWork Again(long items) => this with { Times = Times * Math.Max(1, items) };

    /// <summary>The work of a list met on the way through others.</summary>
    /// <param name="beginsAt">The frame whose row has the list; 0 for the subject and for rows above.</param>
    /// <param name="items">How many items it has.</param>
    /// <param name="rows">The rows at hand.</param>
    public static ListWork Of(int beginsAt, long items, RowFrames rows)
    {
        long times = beginsAt == 0 ? 1 : rows.Work[beginsAt - 1].Times;
        for (int frame = beginsAt; frame < rows.Work.Length && times <= Most; frame++) times *= Math.Max(1, rows.Work[frame].Items);
        return new ListWork(times, items);
    }

    /// <summary>The work of a list that is written out.</summary>
    /// <param name="items">How many items it has.</param>
    /// <param name="rows">The rows at hand.</param>
    public static ListWork OfWritten(long items, RowFrames rows) => Of(0, items, rows) with { IsFree = !rows.Work.Any(w => w.IsFree) };
}
