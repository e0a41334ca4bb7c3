namespace ComplianceRules.Diagnostics;

/// <summary>The number of a kind of trouble, such as <c>CR2003</c>; a code is never given to another meaning.</summary>
/// <remarks>
/// CR1xxx reading, CR2xxx expressions and checking, CR3xxx stacks and proofs, CR4xxx data, CR5xxx rules of foreign formats. CR9xxx is left to snapshot sources of others: this library has no texts
/// for them, so their message is their arguments, and they have no advice.
/// </remarks>
/// <param name="Number">The four digits.</param>
/// <param name="Severity">How grave each diagnostic of this code is.</param>
public sealed record DiagnosticCode(int Number, DiagnosticSeverity Severity)
{
    /// <summary>The code as it is written: <c>CR</c> and four digits.</summary>
    public override string ToString() => $"CR{Number:D4}";
}
