using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>Finds the fields that a header could mean.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="schema">The tables and fields that facts can have.</param>
internal sealed class FieldFinder(FactSchema schema)
{
    /// <summary>The likeness below which a field is not even named.</summary>
    private const double LeastShown = 0.3;

    private readonly TitleSimilarity _similarity = new(schema.Tables.Values.SelectMany(t => t.Fields.Values));

    private readonly ImmutableArray<(TableSchema Table, FieldSchema Field, ImmutableArray<string> Whole, ImmutableArray<string> Bare)> _fields =
        [.. schema.Tables.Values.SelectMany(t => t.Fields.Values.Select(f => (t, f, TitleText.Whole(f), TitleText.Bare(f))))];

    /// <summary>The fields, the likeliest first.</summary>
    /// <param name="column">The column.</param>
    /// <param name="tables">The tables whose fields it may be.</param>
    public ImmutableArray<FieldCandidate> Find(SampleColumn column, IReadOnlySet<string> tables)
    {
        string[] whole = [.. Names(column).Select(n => HeaderText.Fold(n).ToLowerInvariant())];
        string[] bare = [.. Names(column).Select(TitleText.Core).Where(n => n.Length > 1).Distinct(StringComparer.Ordinal)];
        return
        [
            .. _fields.Where(f => tables.Contains(f.Table.Name)).Select(f => Judge(f.Table, f.Field, Kind(whole, bare, f.Whole, f.Bare), bare, f.Bare))
                .Where(c => c.Score >= LeastShown)
                .OrderByDescending(c => c.Rank).ThenBy(c => c.Table.Name, StringComparer.Ordinal).ThenBy(c => c.Field.Name, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> Names(SampleColumn column) => new[] { column.Name, column.Parts.IsEmpty ? string.Empty : column.Parts[^1] }.Distinct(StringComparer.Ordinal);

    private static MatchKind Kind(string[] whole, string[] bare, ImmutableArray<string> titles, ImmutableArray<string> bareTitles)
    {
        if (whole.Any(titles.Contains)) return MatchKind.Exact;
        return bare.Any(bareTitles.Contains) ? MatchKind.Bare : MatchKind.Similar;
    }

    private FieldCandidate Judge(TableSchema table, FieldSchema field, MatchKind kind, string[] names, ImmutableArray<string> titles)
    {
        if (kind != MatchKind.Similar) return new FieldCandidate(table, field, kind, 1);
        double best = 0;
        foreach (string name in names)
        {
            foreach (string title in titles.Where(t => !TitleText.Deny(name, t))) best = Math.Max(best, _similarity.Of(name, title));
        }

        return new FieldCandidate(table, field, kind, best);
    }
}
