namespace ComplianceRules.Tests.Expressions.Hostility;

/// <summary>The text of an expression and how strongly its outermost sign binds: 0 for <c>?:</c>, 7 for what needs no parentheses.</summary>
internal readonly record struct Piece(string Text, int Strength = 7)
{
    /// <summary>The text where something of at least that strength must stand.</summary>
    public string At(int weakest) => Strength < weakest ? $"({Text})" : Text;
}
