namespace ComplianceRules.Engine;

/// <summary>The opposite of a condition.</summary>
internal sealed class NotNode(int slot, TruthNode operand) : TruthNode(slot)
{
    public override void Judge(ColumnScope scope, TruthBuffer into)
    {
        TruthBuffer answers = scope.Truth(operand);
        if (answers.IsTotal)
        {
            Bitmaps.Not(answers.True, into.True);
            return;
        }

        answers.False.CopyTo(into.True);
        answers.True.CopyTo(into.Open());
    }
}
