using ComplianceRules.Packs;

namespace ComplianceRules.Spreadsheets.Reports;

/// <summary>How often findings name one document, and which of its clauses.</summary>
/// <remarks>For one thread.</remarks>
/// <param name="instrument">The document.</param>
internal sealed class LawTally(Instrument instrument)
{
    private readonly HashSet<string> _rules = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _clauses = new(StringComparer.Ordinal);

    public Instrument Instrument => instrument;

    /// <summary>The clauses as they are written, in ordinal order.</summary>
    public IEnumerable<string> Clauses => _clauses;

    /// <summary>How many rules with findings stand on it.</summary>
    public long Rules => _rules.Count;

    /// <summary>How many findings do.</summary>
    public long Findings { get; private set; }

    /// <summary>Counts a finding of a rule.</summary>
    public void Add(string rule)
    {
        Findings++;
        _rules.Add(rule);
    }

    /// <summary>Adds a clause; nothing where none is named.</summary>
    public void AddClause(string? clause)
    {
        if (clause is not null) _clauses.Add(clause);
    }
}
