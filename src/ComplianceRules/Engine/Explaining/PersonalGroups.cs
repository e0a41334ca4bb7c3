using System.Runtime.InteropServices;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>How many persons below each row that is no person have which verdict, in the order of those rows' keys; persons below no known row come first.</summary>
internal sealed class PersonalGroups
{
    private const int Verdicts = (int)Verdict.Waived + 1;
    private const int None = -1;

    private readonly FactTable? _above;
    private readonly List<int> _parents = [];
    private readonly List<int> _rows = [];

    private PersonalGroups(FactTable? above) => _above = above;

    /// <summary>How many groups there are.</summary>
    public int Count => _parents.Count;

    /// <summary>The row that the persons of a group lie below; null where it is not known.</summary>
    /// <param name="group">Which group, from 0.</param>
    public (FactTable Table, int Row)? Parent(int group) => _above is null || _parents[group] == None ? null : (_above, _parents[group]);

    /// <summary>How many persons of a group have each verdict.</summary>
    /// <param name="group">Which group, from 0.</param>
    public VerdictCounts CountsOf(int group) => new(
        Rows(group, Verdict.Compliant), Rows(group, Verdict.NonCompliant), Rows(group, Verdict.Undetermined), Rows(group, Verdict.NotApplicable), Rows(group, Verdict.Waived));

    /// <summary>How many persons of a group have a verdict.</summary>
    /// <param name="group">Which group, from 0.</param>
    /// <param name="verdict">The verdict.</param>
    public int Rows(int group, Verdict verdict) => _rows[(group * Verdicts) + (int)verdict];

    /// <summary>Counts persons.</summary>
    /// <param name="snapshot">The facts.</param>
    /// <param name="table">The table of the persons.</param>
    /// <param name="runs">Which rows are counted.</param>
    /// <param name="bits">What the rule says of each.</param>
    public static PersonalGroups Of(Snapshot snapshot, FactTable table, IEnumerable<StackRun> runs, RuleBits bits)
    {
        List<FactTable> persons = [table];
        FactTable? above = Above(snapshot, table);
        for (; above is not null && snapshot.Schema.IsPersonal(above.Schema.Name); above = Above(snapshot, above)) persons.Add(above);
        PersonalGroups met = new(above);
        foreach (StackRun run in runs)
        {
            for (int row = run.Start; row < run.End; row++) met.Add(above is null ? None : ParentOf(persons, row), (int)bits.Verdict(row));
        }

        return above is null ? met.Merged(null) : met.Merged(new RowOrder(snapshot, above));
    }

    private static FactTable? Above(Snapshot snapshot, FactTable table) =>
        table.Schema.Parent is { } above && above != table.Schema.Name ? snapshot.Table(above) : null;

    private static int ParentOf(List<FactTable> persons, int row)
    {
        foreach (FactTable table in persons)
        {
            row = table.Parent(row);
            if (row < 0) return None;
        }

        return row;
    }

    // Persons below one row are neighbours as a rule; where they are not, a parent is met several times.
    private void Add(int parent, int verdict)
    {
        if (_parents.Count == 0 || _parents[^1] != parent)
        {
            _parents.Add(parent);
            CollectionsMarshal.SetCount(_rows, _rows.Count + Verdicts);
            CollectionsMarshal.AsSpan(_rows)[^Verdicts..].Clear();
        }

        CollectionsMarshal.AsSpan(_rows)[^Verdicts..][verdict]++;
    }

    private PersonalGroups Merged(RowOrder? order)
    {
        if (NaturalMerge.Order(Count, Compare) is not { } sorted) return Joined(Enumerable.Range(0, Count));
        return Joined(sorted);

        int Compare(int left, int right)
        {
            (int one, int other) = (_parents[left], _parents[right]);
            if (one == other || one < 0 || other < 0 || order is null) return one.CompareTo(other);
            int keys = order.Compare(one, other);
            return keys != 0 ? keys : one.CompareTo(other);
        }
    }

    private PersonalGroups Joined(IEnumerable<int> sorted)
    {
        PersonalGroups joined = new(_above);
        foreach (int group in sorted)
        {
            bool isNew = joined.Count == 0 || joined._parents[^1] != _parents[group];
            if (isNew) joined._parents.Add(_parents[group]);
            if (isNew) joined._rows.AddRange(RowsOf(group));
            else Sum(CollectionsMarshal.AsSpan(joined._rows)[^Verdicts..], RowsOf(group));
        }

        return joined;
    }

    private ReadOnlySpan<int> RowsOf(int group) => CollectionsMarshal.AsSpan(_rows).Slice(group * Verdicts, Verdicts);

    private static void Sum(Span<int> rows, ReadOnlySpan<int> more)
    {
        for (int i = 0; i < rows.Length; i++) rows[i] += more[i];
    }
}
