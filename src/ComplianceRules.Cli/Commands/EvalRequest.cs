namespace ComplianceRules.Cli.Commands;

/// <summary>What a caller of <c>eval</c> asks for.</summary>
/// <remarks>Immutable. Either an expression or a batch.</remarks>
/// <param name="Expression">The expression; null for a batch.</param>
/// <param name="Batch">The file of the batch; null for one expression.</param>
internal sealed record EvalRequest(string? Expression, string? Batch)
{
    /// <summary>The file of the facts; null for none.</summary>
    public string? Facts { get; init; }

    /// <summary>The day of assessment; null for none.</summary>
    public DateOnly? AsOf { get; init; }
}
