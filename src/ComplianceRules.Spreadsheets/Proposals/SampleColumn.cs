using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>One column of a sample with its name.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Parts">The names of the header rows that it has, top to bottom.</param>
/// <param name="Cells">The cells of the records, in their order.</param>
internal sealed record SampleColumn(ImmutableArray<string> Parts, ImmutableArray<string> Cells)
{
    /// <summary>The name by which a mapping calls it.</summary>
    public string Name { get; } = HeaderName.Join(Parts);

    /// <summary>What the whole name says.</summary>
    public HeaderText Header { get; } = HeaderText.Read(HeaderName.Join(Parts));

    /// <summary>What the lowest of its names says.</summary>
    public HeaderText Last { get; } = HeaderText.Read(Parts.IsEmpty ? string.Empty : Parts[^1]);

    /// <summary>The unit that the name gives; the lowest row says it best.</summary>
    public string? UnitText => Last.UnitText ?? Header.UnitText ?? Parts.Select(p => HeaderText.Read(p).UnitText).FirstOrDefault(u => u is not null);

    /// <summary>The texts of its cells that are there, each once, in their order.</summary>
    public IEnumerable<string> Seen => Cells.Where(c => c.Length > 0).Distinct(StringComparer.Ordinal);

    /// <summary>Whether the name is one of a list's words, as a whole or in its lowest row.</summary>
    public bool Is(string list) => KnownWords.Is(list, Header.Name) || KnownWords.Is(list, Last.Name) || KnownWords.Is(list, Name);
}
