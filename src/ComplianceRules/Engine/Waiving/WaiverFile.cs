using System.Collections.Immutable;
using System.Security.Cryptography;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>Waivers and recorded reasons that stand apart from packs, checked against the packs whose rules they excuse.</summary>
/// <remarks>
/// Immutable; may be shared between threads. The file is an object with <c>waivers</c> as in a pack, and where needed <c>language</c> and <c>instruments</c>. It belongs to no pack:
/// its waivers reach every row, and every pack is further out, so that each waiver but a recorded reason needs <c>authority</c> and <c>instrument</c>, one of the file's own or
/// one that the rule's pack knows.
/// </remarks>
public sealed class WaiverFile
{
    private WaiverFile(Catalogue catalogue, ImmutableArray<CheckedWaiver> waivers, string sha256) => (Catalogue, Checked, Sha256) = (catalogue, waivers, sha256);

    /// <summary>How many waivers there are.</summary>
    public int Count => Checked.Length;

    /// <summary>The packs that it was checked against.</summary>
    internal Catalogue Catalogue { get; }

    /// <summary>The digest of the file, in lower-case hexadecimal digits.</summary>
    internal string Sha256 { get; }

    /// <summary>The waivers, in file order.</summary>
    internal ImmutableArray<CheckedWaiver> Checked { get; }

    /// <summary>Reads a file of waivers.</summary>
    /// <param name="file">The file: strict JSON in UTF-8.</param>
    /// <param name="catalogue">The packs whose rules are excused; the file can be used with plans of this catalogue only.</param>
    /// <returns>The waivers, unless there are errors, and every diagnostic in file order.</returns>
    public static Checked<WaiverFile> Read(SourceFile file, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(catalogue);
        DiagnosticBag problems = new();
        if (StrictJson.Read(file, problems) is not { } root) return problems.Finish<WaiverFile>(null);
        ObjectReader reader = new(root, problems);
        _ = reader.OptionalText("$schema");
        TextLanguage language = reader.OptionalWord("language", [.. PackWords.Languages.Keys]) is { } word ? PackWords.Languages[word] : TextLanguage.Chinese;
        PackScope names = new(language, ImmutableSortedSet<string>.Empty, BuildsOnOthers: false, problems);
        Dictionary<string, Instrument> instruments = PackParts.Entries(reader.OptionalMembers("instruments"), problems)
            .Select(m => InstrumentReader.Read(m, names)).OfType<Instrument>().ToDictionary(i => i.Id, StringComparer.Ordinal);
        _ = reader.Required("waivers");
        ImmutableArray<Waiver> written = WaiverReader.Read(reader, language);
        reader.Done();
        WaiverScope scope = new(null, [.. catalogue.Packs.Packs.SelectMany(p => p.Rules.Select(r => (p, r)))], catalogue.Schema, catalogue.Schema.FormerCodes);
        WaiverChecker checker = new(scope, (name, pack) => instruments.GetValueOrDefault(name) ?? catalogue.Scopes.Instrument(pack, name), problems);
        ImmutableArray<CheckedWaiver> waivers = [.. checker.Check(written)];
        return problems.Finish(problems.HasErrors ? null : new WaiverFile(catalogue, waivers, Convert.ToHexStringLower(SHA256.HashData(file.Bytes.Span))));
    }
}
