using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;
using Placed = (ComplianceRules.Facts.SchoolTerm Term, ComplianceRules.Diagnostics.SourceSpan? Place);

namespace ComplianceRules.Facts;

/// <summary>The terms of a calendar while they are gathered.</summary>
internal sealed class CalendarTerms
{
    private readonly List<Placed> _terms = [];
    private bool _isReported;
    private bool _hasLost;

    /// <summary>Whether there are no other terms.</summary>
    public bool IsWhole => _isReported && !_hasLost;

    public void Report() => _isReported = true;

    public void Lose() => _hasLost = true;

    public void Add(SchoolTerm term, SourceSpan? place) => _terms.Add((term, place));

    public ImmutableArray<SchoolTerm> ToTerms() => [.. _terms.Select(t => t.Term)];

    /// <summary>Puts the terms in the order of time and leaves out those that contradict each other.</summary>
    /// <remarks>Nobody can tell which of two is right, so neither counts.</remarks>
    public void Settle(Action<Diagnostic> report)
    {
        Placed[] inOrder = [.. _terms.OrderBy(t => t.Term.From)];
        _terms.Clear();
        _terms.AddRange(WithoutTwins(WithoutOverlaps(inOrder, report), report));
        if (_terms.Count < inOrder.Length) Lose();
    }

    private static Placed[] WithoutOverlaps(Placed[] terms, Action<Diagnostic> report)
    {
        HashSet<int> left = [];
        int longest = 0;
        for (int i = 1; i < terms.Length; i++)
        {
            if (terms[i].Term.From <= terms[longest].Term.To)
            {
                report(new Diagnostic(DiagnosticCodes.CalendarTermsOverlap, terms[i].Place, Name(terms[i].Term), Name(terms[longest].Term)));
                left.UnionWith([i, longest]);
            }

            if (terms[i].Term.To > terms[longest].Term.To) longest = i;
        }

        return [.. terms.Where((_, i) => !left.Contains(i))];
    }

    private static IEnumerable<Placed> WithoutTwins(Placed[] terms, Action<Diagnostic> report)
    {
        ILookup<(string, int), Placed> byName = terms.ToLookup(t => (t.Term.SchoolYear, t.Term.Term));
        foreach (Placed[] twins in byName.Select(t => t.ToArray()).Where(t => t.Length > 1))
            report(new Diagnostic(DiagnosticCodes.CalendarTermTwice, twins[1].Place, Name(twins[1].Term)));
        return terms.Where(t => byName[(t.Term.SchoolYear, t.Term.Term)].Count() == 1);
    }

    private static string Name(SchoolTerm term) => DataExcerpt.Of(string.Create(CultureInfo.InvariantCulture, $"{term.SchoolYear}/{term.Term}"));
}
