namespace ComplianceRules.Reports;

/// <summary>A case of a JUnit report.</summary>
/// <remarks>Immutable. Plain text.</remarks>
/// <param name="Class">What it belongs to; servers part it at dots.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Outcome">How it ended.</param>
internal sealed record JUnitCase(string Class, string Name, JUnitOutcome Outcome)
{
    /// <summary>What sort of failure or error it is; null where it is none.</summary>
    public string? Type { get; init; }

    /// <summary>What happened, on one line; null where it passed.</summary>
    public string? Message { get; init; }

    /// <summary>What else is to be known, line by line; empty for nothing.</summary>
    public string Details { get; init; } = string.Empty;

    /// <summary>A rule as servers take the name of a class: its pack, a dot, its id.</summary>
    /// <param name="rule">The full id.</param>
    public static string ClassOf(string rule) => rule.Replace('/', '.');
}
