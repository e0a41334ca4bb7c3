namespace ComplianceRules.Engine;

/// <summary>A fact that is a truth value.</summary>
internal sealed class BoolColumnNode(int slot, int column) : TruthNode(slot)
{
    public override void Judge(ColumnScope scope, TruthBuffer into)
    {
        if (scope.Column(column) is not { } bits)
        {
            into.SetUnknown();
            return;
        }

        scope.Bits(bits).CopyTo(into.True);
        into.Settle(false, bits, scope.First);
    }
}
