using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>What only the whole data tells, gathered while it is gone through some schools at a time.</summary>
/// <remarks>For one thread.</remarks>
/// <param name="schema">The tables and fields that facts can have.</param>
internal sealed class SchoolSurvey(FactSchema schema)
{
    private readonly SortedDictionary<string, int> _rows = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _unreported = new(StringComparer.Ordinal);
    private readonly DiagnosticBag _skipped = new();
    private readonly DiagnosticBag _issues = new();
    private int _withoutRegion;
    private bool _hasStraySchools;
    private bool _hasRegions;

    /// <summary>The columns and lists that there are.</summary>
    public FactPresence Presence { get; } = new();

    /// <summary>How many rows each table has, without made ones.</summary>
    public IReadOnlyDictionary<string, int> Rows => _rows;

    /// <summary>How many rows of schools and below there are, made ones among them.</summary>
    public long RowCount { get; private set; }

    /// <summary>Adds a chunk.</summary>
    public void Take(Snapshot chunk)
    {
        Add(chunk);
        _withoutRegion += chunk.Data.SchoolsWithoutRegion;
        _hasStraySchools |= chunk.Table(BaseTables.School).Parents.Contains(-1);
        RowCount += chunk.Tables.Where(t => t.Schema.Name != BaseTables.Region).Sum(t => (long)t.Count);
    }

    /// <summary>What reading the whole found.</summary>
    /// <param name="head">What stands beside the schools.</param>
    public DataReport Report(Snapshot head)
    {
        Add(head);
        bool areListed = head.Covers.Length > 0 && !_hasStraySchools;
        IEnumerable<string> ofRegions = _hasRegions && !areListed ? schema.Lists(BaseTables.Region).Where(l => l.Parent == BaseTables.Region && l.Name != BaseTables.Region).Select(Path) : [];
        return new DataReport(
            _rows.ToImmutableSortedDictionary(StringComparer.Ordinal),
            0,
            _skipped.InFileOrder(),
            _issues.InFileOrder(),
            [.. _unreported.Where(path => !IsReported(path)).Concat(ofRegions).Order(StringComparer.Ordinal)])
        {
            SchoolsWithoutRegion = _withoutRegion,
        };
    }

    private static string Path(TableSchema list) => $"{BaseTables.Region}.{list.Children}";

    private void Add(Snapshot part)
    {
        Presence.Add(part);
        foreach ((string table, int rows) in part.Data.Rows) _rows[table] = _rows.GetValueOrDefault(table) + rows;
        _skipped.AddRange(part.Data.Skipped);
        _issues.AddRange(part.Data.Issues);
        _unreported.UnionWith(part.Data.Unreported.Where(path => TableOf(path) != BaseTables.Region));
        _hasRegions |= part.Table(BaseTables.Region).Count > 0;
    }

    private bool IsReported(string path) => Presence.HasList(TableOf(path), path[(path.IndexOf('.', StringComparison.Ordinal) + 1)..]);

    private static string TableOf(string path) => path[..path.IndexOf('.', StringComparison.Ordinal)];
}
