using System.Collections.Immutable;

namespace ComplianceRules.Cli.Commands;

/// <summary>What a caller of <c>import</c> asks for.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Rules">The file of foreign rules.</param>
/// <param name="Facts">The folder of the pack whose fields are used.</param>
/// <param name="Out">The folder of the pack to write; its name is the pack's id.</param>
internal sealed record ImportRequest(string Rules, string Facts, string Out)
{
    /// <summary>What inputs and members are.</summary>
    public ImmutableSortedDictionary<string, string> Map { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Whether a program reads on.</summary>
    public bool IsJson { get; init; }

    /// <summary>The id of the pack.</summary>
    public string PackId => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(Out)));
}
