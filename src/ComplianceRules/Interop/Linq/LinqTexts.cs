using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Interop;

/// <summary>Reads each expression of a file once, however many rules read it.</summary>
/// <remarks>For one thread.</remarks>
internal sealed class LinqTexts
{
    private readonly Dictionary<JsonNode, (LinqSyntax? Syntax, ImmutableArray<Diagnostic> Problems)> _read = new(ReferenceEqualityComparer.Instance);

    /// <summary>What is written; null where it cannot be read.</summary>
    /// <param name="source">The text.</param>
    /// <param name="problems">Takes what is wrong, each time it is asked.</param>
    public LinqSyntax? Read(JsonNode source, DiagnosticBag problems)
    {
        if (!_read.TryGetValue(source, out (LinqSyntax? Syntax, ImmutableArray<Diagnostic> Problems) read))
        {
            DiagnosticBag found = new();
            LinqSyntax? syntax = LinqReader.Read(source, found);
            _read.Add(source, read = (syntax, found.InFileOrder()));
        }

        problems.AddRange(read.Problems);
        return read.Syntax;
    }
}
