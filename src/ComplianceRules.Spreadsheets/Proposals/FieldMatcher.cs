using System.Collections.Immutable;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>Decides which columns are which fields; a field is at most one column.</summary>
internal sealed class FieldMatcher(FieldFinder finder)
{
    /// <summary>The likeness that is enough for a guess.</summary>
    private const double LeastLikeness = 0.6;

    /// <summary>How much more alike it must be than the next.</summary>
    private const double Margin = 0.1;

    private const int MostShown = 3;

    /// <summary>Matches columns with the fields of some tables.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="tables">The tables, the likeliest first.</param>
    public FieldMatches Match(IEnumerable<SampleColumn> columns, IReadOnlyList<string> tables)
    {
        HashSet<string> allowed = new(tables, StringComparer.Ordinal);
        List<FieldMatch> matches = [];
        List<FieldMatch> refused = [];
        List<(SampleColumn, ImmutableArray<FieldCandidate>)> unclear = [];
        foreach (SampleColumn column in columns)
        {
            ImmutableArray<FieldCandidate> candidates = finder.Find(column, allowed);
            if (Best(candidates, tables) is not { } best) unclear.Add((column, [.. candidates.Take(MostShown)]));
            else if (CellFitter.Fit(best.Field, column) is var fit && fit.IsUsable) matches.Add(new FieldMatch(column, best, fit));
            else refused.Add(new FieldMatch(column, best, fit));
        }

        ImmutableArray<FieldMatch> taken = [.. matches.Where(m => IsFirst(m, matches))];
        unclear.AddRange(matches.Except(taken).Select(m => (m.Column, ImmutableArray.Create(m.Field))));
        return new FieldMatches(taken, [.. refused], [.. unclear]);
    }

    // Two columns that claim one field equally are both left out.
    private static bool IsFirst(FieldMatch match, List<FieldMatch> all) =>
        !all.Any(o => o != match && o.Field.Field == match.Field.Field && o.Field.Table == match.Field.Table && o.Field.Rank >= match.Field.Rank);

    private static FieldCandidate? Best(ImmutableArray<FieldCandidate> candidates, IReadOnlyList<string> tables)
    {
        if (candidates.IsEmpty) return null;
        MatchKind kind = candidates[0].Kind;
        if (kind == MatchKind.Similar) return IsClear(candidates) ? candidates[0] : null;
        FieldCandidate[] sure = [.. candidates.Where(c => c.Kind == kind)];
        // One title in several tables is that of the nearest; twice in one table it is nobody's.
        string nearest = tables.First(t => sure.Any(c => c.Table.Name == t));
        return sure.Where(c => c.Table.Name == nearest).ToArray() is [var only] ? only : null;
    }

    private static bool IsClear(ImmutableArray<FieldCandidate> candidates) =>
        candidates[0].Score >= LeastLikeness && (candidates.Length == 1 || candidates[1].Field.Name == candidates[0].Field.Name || candidates[0].Score - candidates[1].Score >= Margin);
}
