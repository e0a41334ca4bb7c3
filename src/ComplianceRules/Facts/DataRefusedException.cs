using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>Data that comes bit by bit is refused in the midst of it, when an assessment of a part has perhaps been handed over.</summary>
public sealed class DataRefusedException : Exception
{
    internal DataRefusedException(ImmutableArray<Diagnostic> problems)
        : base($"the data is refused: {string.Join("; ", problems.Where(p => p.Severity == DiagnosticSeverity.Error).Take(3))}") => Problems = problems;

    /// <summary>Why, in file order.</summary>
    public ImmutableArray<Diagnostic> Problems { get; }
}
