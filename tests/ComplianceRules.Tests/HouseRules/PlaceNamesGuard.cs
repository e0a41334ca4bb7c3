using System.Text.RegularExpressions;

namespace ComplianceRules.Tests.HouseRules;

/// <summary>What works on one machine only: absolute paths, and the hosts of package registries.</summary>
/// <remarks>The needles are put together here so that this file does not hold them.</remarks>
internal static partial class PlaceNamesGuard
{
    private static readonly string[] Hosts =
        ["api.nuget" + ".org", "www.nuget" + ".org", "registry.npmjs" + ".org", "deb.debian" + ".org", "pypi" + ".org", "pkgs.dev.azure" + ".com"];

    public static IEnumerable<string> Faults(RepositoryFile file)
    {
        foreach ((int number, string line) in file.Lines.Index())
        {
            if (MachinePath().IsMatch(line)) yield return $"{file.Path}({number + 1}): holds a path of one machine";
            if (Hosts.Any(host => line.Contains(host, StringComparison.OrdinalIgnoreCase))) yield return $"{file.Path}({number + 1}): names the host of a registry";
        }
    }

    [GeneratedRegex(@"(^|[^A-Za-z0-9_.])/(work|farm|root|Users|tmp/[A-Za-z]+|home/[A-Za-z]+)/|\b[A-Z]:\\(Users|Windows|Program Files)\b")]
    private static partial Regex MachinePath();
}
