namespace ComplianceRules.Tests.Engine;

/// <summary>A share by its plain meaning: every way that the open children may turn out is tried.</summary>
/// <param name="list">The list.</param>
/// <param name="where">Whether a child counts.</param>
/// <param name="that">Whether a child meets the condition.</param>
/// <param name="bounds">Whether a share keeps each bound.</param>
internal sealed class MadeShare(string list, Func<MadeRow, MadeRow, bool?> where, Func<MadeRow, MadeRow, bool?> that, IReadOnlyList<Func<Fraction, bool>> bounds)
{
    /// <summary>Whether any child counts.</summary>
    public bool? Counts(MadeRow row)
    {
        bool[] answers = [.. Outcomes(row).Select(o => o.Rows > 0).Distinct()];
        return answers is [var one] ? one : null;
    }

    /// <summary>Whether the share of those that count keeps the bounds, each for itself; there is no share where it may be that none counts.</summary>
    public bool? Holds(MadeRow row)
    {
        if (Counts(row) != true) return null;
        Fraction[] shares = [.. Outcomes(row).Where(o => o.Rows > 0).Select(o => Fraction.Whole(100 * o.Met).Over(Fraction.Whole(o.Rows))!.Value)];
        return bounds.Select(bound => shares.Select(bound).Distinct().ToArray() is [var one] ? one : (bool?)null).Aggregate(Term.And);
    }

    /// <summary>Every count that is possible; both an empty and an endless one where the list was not reported.</summary>
    private IEnumerable<(int Met, int Rows)> Outcomes(MadeRow row)
    {
        if (!row.Reports(list)) return [(0, 0), (0, 1), (1, 1)];
        IEnumerable<(int Met, int Rows)> outcomes = [(0, 0)];
        foreach (MadeRow child in row.Rows(list))
        {
            (int Met, int Rows)[] ways = [.. Ways(where(row, child), that(row, child))];
            outcomes = outcomes.SelectMany(o => ways.Select(w => (o.Met + w.Met, o.Rows + w.Rows))).Distinct().ToArray();
        }

        return outcomes;
    }

    private static IEnumerable<(int Met, int Rows)> Ways(bool? counts, bool? meets)
    {
        if (counts != true) yield return (0, 0);
        if (counts == false) yield break;
        if (meets != false) yield return (1, 1);
        if (meets != true) yield return (0, 1);
    }
}
