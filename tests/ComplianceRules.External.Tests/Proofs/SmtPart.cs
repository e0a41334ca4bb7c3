namespace ComplianceRules.External.Tests.Proofs;

/// <summary>A part of a condition in SMT-LIB: where it is known, and what it is there.</summary>
/// <param name="Known">A term of sort Bool.</param>
/// <param name="Value">A term of sort Bool or Real; of a set, a term for each member apart.</param>
internal sealed record SmtPart(string Known, string Value)
{
    public string True => $"(and {Known} {Value})";

    public string False => $"(and {Known} (not {Value}))";

    /// <summary>A condition by where it is true and where it is false.</summary>
    public static SmtPart Of(string isTrue, string isFalse) => new($"(or {isTrue} {isFalse})", isTrue);
}
