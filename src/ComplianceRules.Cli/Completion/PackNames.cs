using System.Collections.Immutable;
using ComplianceRules.Cli.Commands;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Cli.Completion;

/// <summary>The names that packs give to rules, areas, parameters, regions and themselves.</summary>
/// <param name="folder">Where the packs are; null where nobody says.</param>
/// <param name="language">In which language names are described.</param>
internal sealed class PackNames(string? folder, TextLanguage language)
{
    /// <summary>The values of an option.</summary>
    /// <param name="option">The option's name.</param>
    public IEnumerable<Candidate> Of(string option) => option switch
    {
        "--encoding" => TextEncodings.Names.Select(n => new Candidate(n, string.Empty)),
        "--rule" => Packs().SelectMany(p => p.Rules.Select(r => new Candidate($"{p.Id}/{r.Id}", r.Title.In(language)))),
        "--area" => Packs().SelectMany(p => p.Rules).Select(r => new Candidate(r.Area, string.Empty)).Distinct().OrderBy(c => c.Value, StringComparer.Ordinal),
        "--parent" or "--child" => Packs().Select(p => new Candidate(p.Id, p.Title.In(language))),
        "--pack" => Packs().Where(p => p.IsTemplate).Select(p => new Candidate($"{p.Id}=", p.Title.In(language))),
        "--parameter" => Packs().SelectMany(p => p.Parameters).Select(p => new Candidate(p.Name, string.Empty)).Distinct().OrderBy(c => c.Value, StringComparer.Ordinal),
        "--region" or "--only" => Packs().Where(p => p.Region is not null).Select(p => new Candidate(p.Region!.Value.Text, p.Title.In(language))).DistinctBy(c => c.Value),
        _ => [],
    };

    private ImmutableArray<RulePack> Packs()
    {
        if (folder is null || !Directory.Exists(folder)) return [];
        try
        {
            Checked<PackSet> read = new PackPath(folder).Read();
            return read.IsValid ? read.Value.Packs : [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
