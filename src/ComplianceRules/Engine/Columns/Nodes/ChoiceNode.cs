namespace ComplianceRules.Engine;

/// <summary>One of two conditions, by a third; unknown where the third is.</summary>
internal sealed class ChoiceNode(int slot, TruthNode condition, TruthNode whenTrue, TruthNode whenFalse) : TruthNode(slot)
{
    public override void Judge(ColumnScope scope, TruthBuffer into)
    {
        TruthBuffer choice = scope.Truth(condition);
        TruthBuffer yes = scope.Truth(whenTrue);
        TruthBuffer no = scope.Truth(whenFalse);
        Bitmaps.Pick(choice.True, choice.False, yes.True, no.True, into.True);
        if (!choice.IsTotal || !yes.IsTotal || !no.IsTotal) Bitmaps.Pick(choice.True, choice.False, yes.False, no.False, into.Open());
    }
}
