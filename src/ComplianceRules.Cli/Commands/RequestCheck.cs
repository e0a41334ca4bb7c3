using ComplianceRules.Cli.Texts;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Cli.Commands;

/// <summary>Compares what a caller asks for with what packs and data have.</summary>
internal static class RequestCheck
{
    /// <summary>Names of rules, areas and packs that no pack has, a sentence each.</summary>
    public static IEnumerable<string> AgainstPacks(RunOptions asked, PackSet packs, Words words)
    {
        string[] rules = [.. packs.Packs.SelectMany(p => p.Rules.SelectMany(r => (string[])[r.Id, $"{p.Id}/{r.Id}"]))];
        string[] areas = [.. packs.Packs.SelectMany(p => p.Rules).Select(r => r.Area)];
        HashSet<string> parameters = [.. packs.Packs.SelectMany(p => p.Parameters).Select(p => p.Name)];
        return
        [
            .. Unknown(asked.Rules, rules, name => parameters.Contains(name) ? words.RuleIsParameter(name) : words.UnknownRule(name), words),
            .. Unknown(asked.Areas, areas, words.UnknownArea, words),
            .. Unknown(asked.SchoolPacks.Select(p => p.Pack), packs.Packs.Select(p => p.Id), words.UnknownPack, words),
            .. asked.SchoolPacks.Select(p => p.Pack).Distinct(StringComparer.Ordinal)
                .Where(id => packs.Find(id) is { IsTemplate: false }).Select(words.PackIsNoTemplate),
        ];
    }

    /// <summary>What the data does not say and the caller does not either, a sentence each.</summary>
    public static IEnumerable<string> AgainstData(EvaluateRequest request, Snapshot snapshot, Words words)
    {
        FactTable schools = snapshot.Table(BaseTables.School);
        return AgainstData(request, snapshot.Date, snapshot.Data, Enumerable.Range(0, schools.Count).Select(schools.Id), words);
    }

    /// <summary>The same of data that is not in memory.</summary>
    public static IEnumerable<string> AgainstData(EvaluateRequest request, DateOnly? date, DataReport data, IEnumerable<string> schools, Words words)
    {
        if (request.AsOf is null && date is null) yield return words.NoDate;
        if (data.SchoolsWithoutRegion > 0) yield return words.SchoolsWithoutRegion(data.SchoolsWithoutRegion);
        if (request.Run.SchoolPacks.IsEmpty) yield break;
        foreach (string problem in Unknown(request.Run.SchoolPacks.Select(p => p.School), schools, words.UnknownSchool, words)) yield return problem;
    }

    private static IEnumerable<string> Unknown(IEnumerable<string> asked, IEnumerable<string> known, Func<string, string> complaint, Words words)
    {
        HashSet<string> names = new(known, StringComparer.Ordinal);
        return asked.Distinct(StringComparer.Ordinal).Where(n => !names.Contains(n)).Select(n => words.Guess(complaint(n), NearestName.Of(n, names)));
    }
}
