using ComplianceRules.Diagnostics;

namespace ComplianceRules.Spreadsheets.Problems;

/// <summary>The problems of one table, handed out from its first row to its last.</summary>
/// <remarks>For one thread.</remarks>
internal sealed class TableProblems
{
    private readonly Diagnostic[] _problems;
    private int _next;

    /// <summary>Gathers what stands in a table.</summary>
    /// <param name="all">All problems.</param>
    /// <param name="table">The table.</param>
    public TableProblems(IEnumerable<Diagnostic> all, CopiedTable table) =>
        _problems = [.. all.Where(p => IsIn(p.Span, table)).OrderBy(p => p.Span!.Line)];

    /// <summary>Those that nobody has taken, up to a line.</summary>
    public IReadOnlyList<Diagnostic> TakeTo(int line)
    {
        int first = _next;
        while (_next < _problems.Length && _problems[_next].Span!.Line <= line) _next++;
        return new ArraySegment<Diagnostic>(_problems, first, _next - first);
    }

    public static bool IsIn(SourceSpan? span, CopiedTable table) => span is not null && span.File == table.File && span.Sheet == table.Sheet;
}
