using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;

namespace ComplianceRules.Cases;

/// <summary>Runs the cases that packs bring along.</summary>
public static class CaseRunner
{
    /// <summary>Runs the cases of every pack that was read from a folder, in ordinal order of packs and files.</summary>
    /// <param name="catalogue">The checked packs.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <returns>The results, and every problem of reading the cases.</returns>
    public static Checked<CaseReport> Run(Catalogue catalogue, CancellationToken cancellation = default) => throw new NotImplementedException(catalogue.ToString() + cancellation);
}
