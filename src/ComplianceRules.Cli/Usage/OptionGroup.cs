using System.Collections.Frozen;
using System.CommandLine;

namespace ComplianceRules.Cli.Usage;

/// <summary>What options of a command with many of them are about: help shows them so.</summary>
internal static class OptionGroup
{
    /// <summary>Which data is read, and how.</summary>
    public const string Data = "data";

    /// <summary>By which rules, for whom and as of when.</summary>
    public const string Rules = "rules";

    /// <summary>What comes out.</summary>
    public const string Results = "results";

    private static readonly FrozenDictionary<string, string> Groups = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["--packs"] = Rules,
        ["--as-of"] = Rules,
        ["--only"] = Rules,
        ["--pack"] = Rules,
        ["--area"] = Rules,
        ["--rule"] = Rules,
        ["--subject"] = Rules,
        ["--waivers"] = Rules,
        ["--waivers-ending"] = Rules,
        ["--ending"] = Rules,
        ["--parameter"] = Rules,
        ["--key"] = Rules,
        ["--over"] = Rules,
        ["--step"] = Rules,
        ["--shard"] = Data,
        ["--in-database"] = Data,
        ["--region"] = Data,
        ["--snapshot"] = Data,
        ["--stdin-filename"] = Data,
        ["--map"] = Data,
        ["--previous"] = Data,
        ["--previous-map"] = Data,
        ["--encoding"] = Data,
        ["--strict"] = Data,
        ["--skip-malformed"] = Data,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The groups, in the order of help.</summary>
    public static IReadOnlyList<string> All { get; } = [Rules, Data, Results];

    /// <summary>The group of an option: what is neither of rules nor of data is about what comes out.</summary>
    public static string Of(Option option) => Groups.GetValueOrDefault(option.Name, Results);
}
