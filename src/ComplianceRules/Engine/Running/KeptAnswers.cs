namespace ComplianceRules.Engine;

/// <summary>What a rule that others ask for says of each row: one bit a row and answer.</summary>
/// <param name="words">How many words a bitmap takes.</param>
internal sealed class KeptAnswers(int words)
{
    /// <summary>The rows that the rule applies to.</summary>
    public ulong[] Applies { get; } = new ulong[words];

    /// <summary>The rows for which its condition holds.</summary>
    public ulong[] Holds { get; } = new ulong[words];

    /// <summary>The rows for which it does not.</summary>
    public ulong[] HoldsNot { get; } = new ulong[words];

    /// <summary>The same in room of its own.</summary>
    public KeptAnswers Copy()
    {
        KeptAnswers copy = new(Applies.Length);
        Applies.CopyTo(copy.Applies, 0);
        Holds.CopyTo(copy.Holds, 0);
        HoldsNot.CopyTo(copy.HoldsNot, 0);
        return copy;
    }
}
