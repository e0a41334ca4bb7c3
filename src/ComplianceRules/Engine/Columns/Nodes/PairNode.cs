namespace ComplianceRules.Engine;

/// <summary>Two facts of a row compared whose cells mean the same, so that the cells can be compared.</summary>
/// <param name="slot">Its number among the conditions of the table.</param>
/// <param name="columns">The numbers of the two columns.</param>
/// <param name="isSame">Whether they have to be the same; else the left at most the right.</param>
/// <param name="isOpposite">Whether the opposite is asked.</param>
internal sealed class PairNode(int slot, (int Left, int Right) columns, bool isSame, bool isOpposite) : TruthNode(slot)
{
    public override void Judge(ColumnScope scope, TruthBuffer into)
    {
        if (scope.Column(columns.Left) is not { } left || scope.Column(columns.Right) is not { } right)
        {
            into.SetUnknown();
            return;
        }

        PairComparison.Judge(isSame, left, right, scope.First, into.True);
        if (isOpposite) Bitmaps.Not(into.True, into.True);
        into.Settle(false, left.IsTotal ? right : left, scope.First);
        if (left.IsTotal || right.IsTotal) return;
        ReadOnlySpan<ulong> second = scope.Known(right);
        Bitmaps.And(into.True, second, into.True);
        Bitmaps.And(into.False, second, into.False);
    }
}
