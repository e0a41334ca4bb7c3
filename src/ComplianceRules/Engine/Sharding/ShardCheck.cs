using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Engine;

/// <summary>Says why parts are not the parts of one run by some packs.</summary>
/// <param name="catalogue">The packs.</param>
/// <param name="shards">The parts, in the order given; at least one.</param>
/// <param name="waivers">The file of waivers; null for none.</param>
internal sealed class ShardCheck(Catalogue catalogue, ImmutableArray<AssessmentShard> shards, WaiverFile? waivers)
{
    private const string None = "-";
    private const int MostTold = 20;

    private readonly PartHead _first = shards[0].Content.Head;

    /// <summary>Every problem, part by part; then the shares that lack one.</summary>
    public IEnumerable<Diagnostic> Problems()
    {
        Dictionary<int, string> known = [];
        foreach (AssessmentShard shard in shards)
        {
            foreach ((DiagnosticCode code, string[] arguments) in Unlike(shard.Content)) yield return Problem(code, shard, arguments);
            if (shard.Shard.Count == _first.Shard.Count && !known.TryAdd(shard.Shard.Number, shard.Name)) yield return Problem(DiagnosticCodes.PartTwice, shard, shard.Shard.ToString(), known[shard.Shard.Number]);
        }

        int[] missing = [.. Enumerable.Range(1, _first.Shard.Count).Where(number => !known.ContainsKey(number))];
        foreach (int number in missing.Take(MostTold)) yield return new Diagnostic(DiagnosticCodes.PartMissing, null, new SchoolShard(number, _first.Shard.Count).ToString(), missing.Length.ToString(CultureInfo.InvariantCulture));
    }

    private IEnumerable<(DiagnosticCode Code, string[] Arguments)> Unlike(PartContent part)
    {
        PartHead head = part.Head;
        string first = shards[0].Name;
        if (head.Shard.Count != _first.Shard.Count) yield return (DiagnosticCodes.PartOfOtherCount, [head.Shard.ToString(), _first.Shard.ToString(), first]);
        if (OtherPack(head) is { } pack) yield return (DiagnosticCodes.PartOfOtherPacks, [pack]);
        if (head.AsOf != _first.AsOf) yield return (DiagnosticCodes.PartOfOtherDay, [Text(head.AsOf), Text(_first.AsOf), first]);
        if (OtherOption(head) is { } option) yield return (DiagnosticCodes.PartOfOtherOptions, [option, head.Options.GetValueOrDefault(option, None), _first.Options.GetValueOrDefault(option, None), first]);
        if (head.Waivers != waivers?.Sha256) yield return (DiagnosticCodes.PartOfOtherWaivers, [head.Waivers ?? None, waivers?.Sha256 ?? None]);
        if (part.Data != shards[0].Content.Data) yield return (DiagnosticCodes.PartOfOtherData, [first]);
    }

    private string? OtherPack(PartHead head)
    {
        Dictionary<string, (string Version, string Sha256)> own = catalogue.Packs.Packs.ToDictionary(p => p.Id, p => (p.Version.ToNormalizedString(), p.Sha256), StringComparer.Ordinal);
        (string Id, string Version, string Sha256)[] others = [.. head.Packs.Where(p => !own.TryGetValue(p.Id, out (string, string) known) || known != (p.Version, p.Sha256))];
        return others.Length > 0 ? $"{others[0].Id} {others[0].Version}" : own.Keys.Except(head.Packs.Select(p => p.Id)).FirstOrDefault();
    }

    private string? OtherOption(PartHead head) => head.Options.Keys.Union(_first.Options.Keys).FirstOrDefault(o => head.Options.GetValueOrDefault(o) != _first.Options.GetValueOrDefault(o));

    private static Diagnostic Problem(DiagnosticCode code, AssessmentShard shard, params string[] arguments) => new(code, SourceSpan.Whole(shard.Name), arguments);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
