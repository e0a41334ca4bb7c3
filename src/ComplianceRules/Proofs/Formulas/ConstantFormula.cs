namespace ComplianceRules.Proofs;

/// <summary>What always or never holds.</summary>
/// <param name="truth">Whether it holds.</param>
internal sealed class ConstantFormula(bool truth) : Formula
{
    /// <summary>Whether it holds.</summary>
    public bool Truth => truth;

    protected override Formula MakeOpposite() => Of(!truth);
}
