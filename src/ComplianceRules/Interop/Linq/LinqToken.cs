using ComplianceRules.Expressions;

namespace ComplianceRules.Interop;

/// <summary>A word, literal or sign of a foreign expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Text">The name or sign; of a text its content.</param>
internal readonly record struct LinqToken(LinqTokenKind Kind, LinqPlace Place, string Text)
{
    /// <summary>The value of a number.</summary>
    public Rational Value { get; init; }

    /// <summary>How a number is counted with.</summary>
    public LinqNumberKind NumberKind { get; init; }

    public bool IsSign(string sign) => Kind == LinqTokenKind.Sign && Text == sign;

    public bool IsWord(string word) => Kind == LinqTokenKind.Name && string.Equals(Text, word, StringComparison.OrdinalIgnoreCase);
}
