using System.Collections.Immutable;

namespace ComplianceRules.Expressions;

/// <summary>The rows at hand, how their facts are called, and what the items among them stand on.</summary>
/// <param name="Rows">The rows at hand.</param>
/// <param name="Paths">How their facts are called.</param>
internal sealed record Sight(RowFrames Rows, FactPaths Paths)
{
    /// <summary>What the items at hand stand on, frame 1 first.</summary>
    public ImmutableArray<ItemTrail> Trails { get; init; } = [];

    public static Sight Of(RowFrames rows) => new(rows, new FactPaths(rows.Subject.Schema.Name));

    /// <summary>The item that is the last at hand; -1 for the subject.</summary>
    public int Innermost => Trails.IsEmpty ? -1 : Trails[^1].Key;

    /// <summary>The row that a missing fact is counted by: that of the frame that its path starts from.</summary>
    public int RowOf(int frame) => frame == 0 ? -1 : Rows.Items[frame - 1].Row;

    /// <summary>The same with an item of one more list.</summary>
    public Sight Enter(ListItem item, ListWork work, TypedExpression list, ItemTrail trail) =>
        new(Rows.Enter(item, work), Paths.Inside(list)) { Trails = Trails.Add(trail) };
}
