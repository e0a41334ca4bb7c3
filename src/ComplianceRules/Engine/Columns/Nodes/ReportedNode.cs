namespace ComplianceRules.Engine;

/// <summary>Whether a list of child rows was reported.</summary>
internal sealed class ReportedNode(int slot, string list) : TruthNode(slot)
{
    public override void Judge(ColumnScope scope, TruthBuffer into)
    {
        if (scope.Bound.Table.List(list) is { } rows) scope.Words(rows.Reported).CopyTo(into.True);
        else into.SetAll(false);
    }
}
