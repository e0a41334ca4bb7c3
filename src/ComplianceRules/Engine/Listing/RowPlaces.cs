namespace ComplianceRules.Engine;

/// <summary>Where the rows of findings stand among those found.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="order">The place of the first finding's row, of the second one's and so on; null where they are in order.</param>
internal sealed class RowPlaces(int[]? order)
{
    /// <summary>The place of a finding's row.</summary>
    /// <param name="finding">Which finding, from 0.</param>
    public int At(int finding) => order is null ? finding : order[finding];
}
