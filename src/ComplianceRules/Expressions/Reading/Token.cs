namespace ComplianceRules.Expressions;

/// <summary>A word, literal or sign of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Offset">Where it starts in the expression, in UTF-16 units.</param>
/// <param name="Length">How long it is there; 0 for the end.</param>
/// <param name="Text">The name, sign or digits; of a text literal its content, escapes resolved.</param>
internal readonly record struct Token(TokenKind Kind, int Offset, int Length, string Text)
{
    public bool IsSign(string sign) => Kind == TokenKind.Sign && Text == sign;

    public bool IsName(string name) => Kind == TokenKind.Name && Text == name;
}
