namespace ComplianceRules.Proofs;

/// <summary>A condition with two values over flags and variables. A closed set of classes; negations stand at the leaves alone.</summary>
/// <remarks>Immutable; parts may be shared.</remarks>
internal abstract class Formula
{
    private Formula? _opposite;

    /// <summary>What always holds.</summary>
    public static Formula True { get; } = new ConstantFormula(true);

    /// <summary>What never holds.</summary>
    public static Formula False { get; } = new ConstantFormula(false);

    /// <summary>What holds exactly where this does not.</summary>
    public Formula Opposite
    {
        get
        {
            if (_opposite is not null) return _opposite;
            _opposite = MakeOpposite();
            _opposite._opposite = this;
            return _opposite;
        }
    }

    /// <summary>What always or never holds.</summary>
    /// <param name="truth">Whether it holds.</param>
    public static Formula Of(bool truth) => truth ? True : False;

    /// <summary>Whether all hold.</summary>
    /// <param name="parts">The parts.</param>
    public static Formula All(params IEnumerable<Formula> parts) => JoinedFormula.Of(true, parts);

    /// <summary>Whether any holds.</summary>
    /// <param name="parts">The parts.</param>
    public static Formula Any(params IEnumerable<Formula> parts) => JoinedFormula.Of(false, parts);

    /// <summary>Makes the opposite; asked once.</summary>
    protected abstract Formula MakeOpposite();
}
