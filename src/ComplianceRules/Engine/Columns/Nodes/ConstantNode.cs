namespace ComplianceRules.Engine;

/// <summary>The same answer for every row; null for unknown.</summary>
internal sealed class ConstantNode(int slot, bool? truth) : TruthNode(slot)
{
    public override void Judge(ColumnScope scope, TruthBuffer into)
    {
        if (truth is { } known) into.SetAll(known);
        else into.SetUnknown();
    }
}
