namespace ComplianceRules.Engine;

/// <summary>Whether a fact is known.</summary>
internal sealed class KnownNode(int slot, int column) : TruthNode(slot)
{
    public override void Judge(ColumnScope scope, TruthBuffer into)
    {
        if (scope.Column(column) is not { } values) into.SetAll(false);
        else if (values.IsTotal) into.SetAll(true);
        else scope.Known(values).CopyTo(into.True);
    }
}
