namespace ComplianceRules.Expressions;

/// <summary>What an expression comes to: known or unknown. A closed set of records.</summary>
internal abstract record Value
{
    private protected Value()
    {
    }

    public static BoolValue True { get; } = new(true);

    public static BoolValue False { get; } = new(false);

    public static BoolValue Of(bool truth) => truth ? True : False;

    /// <summary>The value as data writes it: the shortest text that is read back as the same value.</summary>
    public abstract string Text { get; }
}
