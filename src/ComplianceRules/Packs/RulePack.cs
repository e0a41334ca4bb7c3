using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using NuGet.Versioning;

namespace ComplianceRules.Packs;

/// <summary>One pack as its author wrote it, not yet checked.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Id">The id, unique among the packs loaded.</param>
/// <param name="Version">The version.</param>
/// <param name="Title">What people read.</param>
/// <param name="Language">The language that every text of the pack has.</param>
/// <param name="Place">Where its id stands.</param>
public sealed record RulePack(string Id, NuGetVersion Version, LocalText Title, TextLanguage Language, SourceSpan Place)
{
    /// <summary>The region whose rows it judges; null only for a template.</summary>
    public RegionCode? Region { get; init; }

    /// <summary>The only regions inside <see cref="Region"/> that it judges; empty for all.</summary>
    public ImmutableArray<RegionCode> Within { get; init; } = [];

    /// <summary>The only schools that it judges; empty for all.</summary>
    public ImmutableArray<string> Schools { get; init; } = [];

    /// <summary>Whether it joins a stack only where a caller or the data names it for a school.</summary>
    public bool IsTemplate { get; init; }

    /// <summary>Its rank among packs of one level and region, smallest outermost; null where there is no other.</summary>
    public int? Order { get; init; }

    /// <summary>The packs that this one may build on.</summary>
    public ImmutableArray<PackReference> Extends { get; init; } = [];

    /// <summary>The instruments by id.</summary>
    public ImmutableSortedDictionary<string, Instrument> Instruments { get; init; } = ImmutableSortedDictionary.Create<string, Instrument>(StringComparer.Ordinal);

    /// <summary>The counting units it declares, with what people read.</summary>
    public ImmutableSortedDictionary<string, LocalText> Units { get; init; } = ImmutableSortedDictionary.Create<string, LocalText>(StringComparer.Ordinal);

    /// <summary>The parameters, in file order.</summary>
    public ImmutableArray<Parameter> Parameters { get; init; } = [];

    /// <summary>The rules, in file order.</summary>
    public ImmutableArray<Rule> Rules { get; init; } = [];

    /// <summary>The SHA-256 of its files, in lower-case hexadecimal digits: each file's name, a zero byte, its length, a zero byte and its bytes, in ordinal order of names.</summary>
    public string Sha256 { get; init; } = string.Empty;

    /// <summary>The folder that the pack was read from; null where it came from elsewhere.</summary>
    public string? Folder { get; init; }

    /// <summary>What it says of tables and fields, in file order.</summary>
    internal ImmutableArray<TableFragment> Facts { get; init; } = [];

    /// <summary>Whether the other is the very same pack: packs of one id are never loaded twice.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(RulePack? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}
