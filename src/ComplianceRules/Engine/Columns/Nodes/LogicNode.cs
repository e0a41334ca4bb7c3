namespace ComplianceRules.Engine;

/// <summary>Two conditions joined; a side that decides absorbs an unknown other.</summary>
internal sealed class LogicNode(int slot, bool isAnd, TruthNode left, TruthNode right) : TruthNode(slot)
{
    public override IEnumerable<TruthNode> Needed => isAnd ? left.Needed.Concat(right.Needed) : [this];

    public override void Judge(ColumnScope scope, TruthBuffer into)
    {
        TruthBuffer first = scope.Truth(left);
        TruthBuffer second = scope.Truth(right);
        bool isTotal = first.IsTotal && second.IsTotal;
        if (isAnd)
        {
            Bitmaps.And(first.True, second.True, into.True);
            if (!isTotal) Bitmaps.Or(first.False, second.False, into.Open());
            return;
        }

        Bitmaps.Or(first.True, second.True, into.True);
        if (!isTotal) Bitmaps.And(first.False, second.False, into.Open());
    }
}
