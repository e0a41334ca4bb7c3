using ComplianceRules.Diagnostics;

namespace ComplianceRules.Expressions;

/// <summary>A sign or word between two values, of this language or of another one.</summary>
/// <param name="Kind">How it is read.</param>
/// <param name="Sign">The sign of this language that it means; empty where there is none.</param>
/// <param name="Strength">How strongly it binds: higher before lower.</param>
internal readonly record struct InfixSign(InfixKind Kind, string Sign, int Strength)
{
    /// <summary>How many tokens it takes.</summary>
    public int Tokens { get; init; } = 1;

    /// <summary>Why it is refused; null for signs of this language.</summary>
    public DiagnosticCode? Code { get; init; }

    /// <summary>What is written here instead; null where the code says all.</summary>
    public string? Meant { get; init; }
}
