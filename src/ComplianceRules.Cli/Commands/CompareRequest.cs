using ComplianceRules.Findings;

namespace ComplianceRules.Cli.Commands;

/// <summary>What a caller of <c>compare</c> asks for.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Before">The path of the earlier assessment; <c>-</c> for standard input.</param>
/// <param name="After">The path of the later assessment; <c>-</c> for standard input.</param>
internal sealed record CompareRequest(string Before, string After)
{
    /// <summary>The name of the output format.</summary>
    public required string Format { get; init; }

    /// <summary>The file to write; null for standard output.</summary>
    public string? Out { get; init; }

    /// <summary>The least severity of a breach that fails the run where it is new or worse; null where none does.</summary>
    public Severity? FailOn { get; init; }

    /// <summary>Whether everything is listed.</summary>
    public bool ListsAll { get; init; }
}
