using System.Collections.Immutable;

namespace ComplianceRules.Diagnostics;

/// <summary>What became of something an author wrote: the thing, unless there were errors, and every diagnostic.</summary>
/// <remarks>Immutable.</remarks>
/// <typeparam name="T">What it becomes.</typeparam>
public sealed class Checked<T>
    where T : class
{
    private readonly T? _value;

    /// <summary>Pairs a value with its diagnostics.</summary>
    /// <param name="value">The thing; null where errors prevented it.</param>
    /// <param name="diagnostics">All that was found, in file order.</param>
    internal Checked(T? value, ImmutableArray<Diagnostic> diagnostics)
    {
        _value = diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error) ? null : value;
        Diagnostics = diagnostics;
    }

    /// <summary>Everything that was found, in file order: by file, line and column.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Whether there is a value: no diagnostic is an error.</summary>
    public bool IsValid => _value is not null;

    /// <summary>The thing itself.</summary>
    /// <exception cref="InvalidOperationException">There were errors; the message names the first.</exception>
    public T Value => _value ?? throw new InvalidOperationException(Diagnostics.FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error)?.ToString() ?? "no value");
}
