namespace ComplianceRules.Engine;

/// <summary>Whether a condition is known to be true; never unknown.</summary>
internal sealed class SureNode(int slot, TruthNode condition) : TruthNode(slot)
{
    public override void Judge(ColumnScope scope, TruthBuffer into) => scope.Truth(condition).True.CopyTo(into.True);
}
