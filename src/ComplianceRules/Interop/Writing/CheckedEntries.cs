using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Json;
using ComplianceRules.Packs;

namespace ComplianceRules.Interop;

/// <summary>Puts rules into a pack and takes out again what the check of packs refuses, until nothing is refused.</summary>
/// <param name="packs">The packs that it builds on.</param>
/// <param name="head">What the pack says of itself.</param>
internal sealed class CheckedEntries(PackSet packs, PackHead head)
{
    private readonly Dictionary<string, ImmutableArray<Diagnostic>> _refused = new(StringComparer.Ordinal);

    /// <summary>Why rules were refused, by their ids.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<Diagnostic>> Refused => _refused;

    /// <summary>The rules that pass, with the warnings that the check has for them.</summary>
    /// <param name="entries">The rules.</param>
    /// <param name="problems">Takes what is wrong with the pack as a whole.</param>
    public ImmutableArray<PackEntry> Of(ImmutableArray<PackEntry> entries, DiagnosticBag problems)
    {
        while (!entries.IsEmpty)
        {
            (JsonNode? root, ImmutableArray<Diagnostic> found) = Check(entries);
            ILookup<string?, Diagnostic> byRule = found.ToLookup(d => IdAt(root, d.Span));
            string[] refused = [.. entries.Select(e => e.Id).Where(id => byRule[id].Any(d => d.Severity == DiagnosticSeverity.Error))];
            if (refused.Length == 0)
            {
                problems.AddRange(byRule[null]);
                return [.. entries.Select(e => e with { Told = [.. e.Told, .. byRule[e.Id].Select(d => At(d, e))] })];
            }

            foreach (PackEntry entry in entries.Where(e => refused.Contains(e.Id))) _refused.Add(entry.Id, [.. byRule[entry.Id].SelectMany(d => Refusal(d, entry))]);
            entries = [.. entries.Where(e => !refused.Contains(e.Id))];
        }

        return entries;
    }

    private (JsonNode? Root, ImmutableArray<Diagnostic> Found) Check(ImmutableArray<PackEntry> entries)
    {
        Dictionary<string, ReadOnlyMemory<byte>> files = new(StringComparer.Ordinal) { [PackFolder.PackFile] = ImportedPackWriter.Write(head, entries) };
        PackSource source = PackSourceReader.Read(new MemoryPackFolder(head.Id, files.ToFrozenDictionary(StringComparer.Ordinal)));
        RulePack? pack = RulePackReader.Read(source, packs.Packs.SelectMany(p => p.Units.Keys).ToFrozenSet(StringComparer.Ordinal));
        JsonNode? root = source.Roots.FirstOrDefault();
        if (pack is null || source.Problems.HasErrors) return (root, source.Problems.InFileOrder());
        string file = source.Folder.Join(PackFolder.PackFile);
        return (root, [.. PackChecker.Check(new PackSet(packs.Packs.Append(pack))).Diagnostics.Where(d => d.Span?.File == file)]);
    }

    private static string? IdAt(JsonNode? root, SourceSpan? place)
    {
        JsonNode? rule = root?["rules"]?.Items.LastOrDefault(r => r.Span.Line <= (place?.Line ?? 0));
        return rule?["id"]?.Text;
    }

    private static IEnumerable<Diagnostic> Refusal(Diagnostic found, PackEntry entry)
    {
        string text = entry.Translated.Items[0].Condition.Text;
        yield return new Diagnostic(DiagnosticCodes.RefusedByCheck, PlaceOf(entry), text.Length <= 100 ? text : string.Concat(text.AsSpan(0, 100), "…"), found.Code.ToString());
        yield return At(found, entry);
    }

    // Where the author looks: the rule in the workflow, not in the pack that is made of it.
    private static Diagnostic At(Diagnostic found, PackEntry entry) => new(found.Code, PlaceOf(entry), [.. found.Arguments]) { DidYouMean = found.DidYouMean };

    private static SourceSpan PlaceOf(PackEntry entry) => (entry.Translated.Rule.Expression ?? entry.Translated.Rule.Node).Span with { Length = 1 };
}
