using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using NuGet.Versioning;

namespace ComplianceRules.Packs;

/// <summary>One pack as its author wrote it, not yet checked.</summary>
/// <remarks>Immutable; may be shared between threads. Only <see cref="PackReader"/> makes one, so what is in it is what stands in the files of its digest.</remarks>
public sealed record RulePack
{
    internal RulePack(string id, NuGetVersion version, LocalText title, TextLanguage language, SourceSpan place)
    {
        Id = id;
        Version = version;
        Title = title;
        Language = language;
        Place = place;
    }

    /// <summary>The id, unique among the packs loaded.</summary>
    public string Id { get; }

    /// <summary>The version.</summary>
    public NuGetVersion Version { get; }

    /// <summary>What people read.</summary>
    public LocalText Title { get; }

    /// <summary>The language that every text of the pack has.</summary>
    public TextLanguage Language { get; }

    /// <summary>Where its id stands.</summary>
    public SourceSpan Place { get; }

    /// <summary>The region whose rows it judges; null only for a template.</summary>
    public RegionCode? Region { get; internal init; }

    /// <summary>The only regions inside <see cref="Region"/> that it judges; empty for all.</summary>
    public ImmutableArray<RegionCode> Within { get; internal init; } = [];

    /// <summary>Codes that are no more, whose places now lie in <see cref="Region"/>, each with where it stands.</summary>
    public ImmutableArray<(RegionCode Code, SourceSpan Place)> FormerCodes { get; internal init; } = [];

    /// <summary>The only schools that it judges; empty for all.</summary>
    public ImmutableArray<string> Schools { get; internal init; } = [];

    /// <summary>Whether it joins a stack only where a caller or the data names it for a school.</summary>
    public bool IsTemplate { get; internal init; }

    /// <summary>Its rank among packs of one level and region, smallest outermost; null where there is no other.</summary>
    public int? Order { get; internal init; }

    /// <summary>The packs that this one may build on.</summary>
    public ImmutableArray<PackReference> Extends { get; internal init; } = [];

    /// <summary>The school year and term calendar of its region, which counts where the data has none; null where the pack has none.</summary>
    public SchoolCalendar? Calendar { get; internal init; }

    /// <summary>The instruments by id.</summary>
    public ImmutableSortedDictionary<string, Instrument> Instruments { get; internal init; } = ImmutableSortedDictionary.Create<string, Instrument>(StringComparer.Ordinal);

    /// <summary>The counting units it declares, with what people read.</summary>
    public ImmutableSortedDictionary<string, LocalText> Units { get; internal init; } = ImmutableSortedDictionary.Create<string, LocalText>(StringComparer.Ordinal);

    /// <summary>What people read for the areas of rules, by id: the pack's own and those of packs that build on it.</summary>
    public ImmutableSortedDictionary<string, LocalText> Areas { get; internal init; } = ImmutableSortedDictionary.Create<string, LocalText>(StringComparer.Ordinal);

    /// <summary>The parameters, in file order.</summary>
    public ImmutableArray<Parameter> Parameters { get; internal init; } = [];

    /// <summary>The rules, in file order.</summary>
    public ImmutableArray<Rule> Rules { get; internal init; } = [];

    /// <summary>What excuses breaches on rows that it reaches, in file order.</summary>
    public ImmutableArray<Waiver> Waivers { get; internal init; } = [];

    /// <summary>What its author remarks on it, in whatever language; null where nothing is.</summary>
    public LocalText? Note { get; internal init; }

    /// <summary>The SHA-256 of its files, in lower-case hexadecimal digits: each file's name, a zero byte, its length, a zero byte and its bytes, in ordinal order of names.</summary>
    public string Sha256 { get; internal init; } = string.Empty;

    /// <summary>The folder that the pack was read from; null where it came from elsewhere.</summary>
    public string? Folder { get; internal init; }

    /// <summary>The paths of the files that it was read from, in its folder, <c>pack.json</c> first.</summary>
    internal ImmutableArray<string> Files { get; init; } = [];

    /// <summary>Its case files where it came from elsewhere than a folder on a disk, in ordinal order of their names; those of a folder are looked for when they are run.</summary>
    internal ImmutableArray<SourceFile> Cases { get; init; } = [];

    /// <summary>What it says of tables and fields, in file order.</summary>
    internal ImmutableArray<TableFragment> Facts { get; init; } = [];

    /// <summary>Whether the other is the very same pack: packs of one id are never loaded twice.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(RulePack? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}
