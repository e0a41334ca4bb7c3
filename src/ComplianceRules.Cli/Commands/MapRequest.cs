namespace ComplianceRules.Cli.Commands;

/// <summary>What a caller of <c>map</c> asks for.</summary>
/// <param name="Tables">The table's path, or that of a folder of tables.</param>
/// <param name="Packs">The packs' folder.</param>
internal sealed record MapRequest(string Tables, string Packs)
{
    /// <summary>What standard input is called; null where nothing is sent.</summary>
    public string? InputName { get; init; }

    /// <summary>The file to write; null for standard output.</summary>
    public string? Out { get; init; }

    /// <summary>The tables' text encoding; null to find out.</summary>
    public string? Encoding { get; init; }

    /// <summary>The one sheet that is wanted; null for all.</summary>
    public string? Sheet { get; init; }
}
