using System.Collections.Immutable;

namespace ComplianceRules.Diagnostics;

/// <summary>Gathers diagnostics while something is read, and hands them out in file order.</summary>
/// <remarks>For one thread.</remarks>
internal sealed class DiagnosticBag
{
    private readonly List<Diagnostic> _items = [];

    public bool HasErrors { get; private set; }

    public int Count => _items.Count;

    /// <summary>All so far, in the order they were found.</summary>
    public IEnumerable<Diagnostic> InOrderFound => _items;

    public void Add(Diagnostic diagnostic)
    {
        _items.Add(diagnostic);
        HasErrors |= diagnostic.Severity == DiagnosticSeverity.Error;
    }

    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (Diagnostic diagnostic in diagnostics) Add(diagnostic);
    }

    public void Report(DiagnosticCode code, SourceSpan? span, params ReadOnlySpan<string> arguments) => Add(new Diagnostic(code, span, arguments));

    /// <summary>All so far: by file, sheet, line, column, then in the order they were found.</summary>
    public ImmutableArray<Diagnostic> InFileOrder() =>
        [.. _items.OrderBy(d => d.Span?.File, StringComparer.Ordinal).ThenBy(d => d.Span?.Sheet, StringComparer.Ordinal).ThenBy(d => d.Span?.Line ?? 0).ThenBy(d => d.Span?.Column ?? 0)];

    public Checked<T> Finish<T>(T? value)
        where T : class => new(value, InFileOrder());
}
