namespace ComplianceRules.Proofs;

/// <summary>Whether a flag is set: a fact is known, a list was reported.</summary>
/// <param name="flag">The flag's number.</param>
/// <param name="isSet">Whether it is to be set.</param>
internal sealed class FlagFormula(int flag, bool isSet) : Formula
{
    /// <summary>The flag's number.</summary>
    public int Flag => flag;

    /// <summary>Whether it is to be set.</summary>
    public bool IsSet => isSet;

    protected override Formula MakeOpposite() => new FlagFormula(flag, !isSet);
}
