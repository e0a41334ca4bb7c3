namespace ComplianceRules.RulesEngine;

/// <summary>Whether a place of an expression lies within a text.</summary>
/// <param name="HasEscapes">Whether a sign after a backslash stands for itself.</param>
internal readonly record struct QuotedText(bool HasEscapes)
{
    private char Quote { get; init; }

    private bool IsEscaped { get; init; }

    /// <summary>Whether a text is open.</summary>
    public bool IsOpen => Quote != default;

    /// <summary>The place after a sign.</summary>
    /// <param name="sign">The sign.</param>
    public QuotedText After(char sign)
    {
        if (IsEscaped) return this with { IsEscaped = false };
        if (!IsOpen) return sign is '"' or '\'' ? this with { Quote = sign } : this;
        if (sign == '\\' && HasEscapes) return this with { IsEscaped = true };
        return sign == Quote ? this with { Quote = default } : this;
    }
}
