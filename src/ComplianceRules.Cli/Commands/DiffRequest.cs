using ComplianceRules.Facts;

namespace ComplianceRules.Cli.Commands;

/// <summary>What a caller of <c>diff</c> asks for.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Before">The folder of the old packs.</param>
/// <param name="After">The folder of the new packs.</param>
internal sealed record DiffRequest(string Before, string After)
{
    /// <summary>The region whose rules are compared; null for every pack in its own place.</summary>
    public RegionCode? Region { get; init; }

    /// <summary>The only day that counts; null for all, and for data its own.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The data to judge by both; null where only packs are compared. Its packs are to be put in for each side.</summary>
    public EvaluateRequest? Data { get; init; }

    /// <summary>Whether a program reads on.</summary>
    public bool IsJson { get; init; }

    /// <summary>Whether all schools are listed.</summary>
    public bool ListsAll { get; init; }

    /// <summary>Whether changes are told by the exit code.</summary>
    public bool TellsByExitCode { get; init; }
}
