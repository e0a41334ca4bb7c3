namespace ComplianceRules.Expressions;

/// <summary>The square root of an exact number that is no fraction: compared by its square, shown rounded to 15 digits.</summary>
internal sealed record RootValue : Value
{
    private RootValue(Rational square) => Square = square;

    /// <summary>Its square; positive.</summary>
    public Rational Square { get; }

    /// <summary>Itself to 40 digits, never above: for what is shown, not for what is decided.</summary>
    public Rational Near => Square.RootNear();

    public override string Text => Near.ToString();

    /// <summary>The square root: a number where it is a fraction.</summary>
    /// <param name="square">A number that is not negative.</param>
    public static Value Of(Rational square) => square.Root() is { } root ? new NumberValue(root) : new RootValue(square);
}
