using System.Collections.Immutable;

namespace ComplianceRules.External.Tests.Conformance;

/// <summary>How we stand to every case; worked out once for all tests.</summary>
public sealed class CelLines
{
    private readonly Dictionary<string, ImmutableArray<string>> _byFile = CelSuite.Files.ToDictionary(f => f, f => CelSuite.Read(f).Select(CelJudge.LineOf).ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>The lines of all files.</summary>
    public ImmutableArray<string> All => [.. CelSuite.Files.SelectMany(f => Of(f))];

    /// <summary>The lines of a file.</summary>
    public ImmutableArray<string> Of(string file) => _byFile[file];
}
