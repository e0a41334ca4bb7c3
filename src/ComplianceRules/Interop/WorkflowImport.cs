using System.Runtime.CompilerServices;
using ComplianceRules.Diagnostics;
using ComplianceRules.Packs;

namespace ComplianceRules.Interop;

/// <summary>Makes a rule pack of workflows of RulesEngine.</summary>
/// <remarks>
/// A workflow is data and is never run: its expressions are read and said anew in the rule language, and the pack that they make has passed the check. A rule that cannot be said
/// is left out with its reason; where what is said means something else than it did, that stands beside the rule.
/// </remarks>
public static class WorkflowImport
{
    /// <summary>Makes the pack.</summary>
    /// <param name="workflows">A JSON file of one workflow or a list of them.</param>
    /// <param name="facts">The packs whose tables and fields are used.</param>
    /// <param name="options">What is to be made.</param>
    /// <returns>The pack, unless not one rule could be imported; and what is to be told of the file as a whole, or in that case of every rule.</returns>
    /// <exception cref="ArgumentException">The options name a pack that is not among <paramref name="facts"/>, or an id that is none or is taken.</exception>
    public static Checked<ImportedPack> Run(SourceFile workflows, PackSet facts, WorkflowImportOptions options)
    {
        ArgumentNullException.ThrowIfNull(workflows);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(options);
        if (facts.Find(options.Facts) is not { } pack) throw new ArgumentException($"there is no pack `{options.Facts}`", nameof(options));
        if (!Json.NodeReader.IsId(options.PackId) || facts.Packs.Any(p => string.Equals(p.Id, options.PackId, StringComparison.OrdinalIgnoreCase))) throw new ArgumentException($"`{options.PackId}` is no id for a new pack", nameof(options));
        try
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            return new WorkflowRun(workflows, facts, pack, options).Run();
        }
        catch (InsufficientExecutionStackException)
        {
            return new Checked<ImportedPack>(null, [new Diagnostic(DiagnosticCodes.ImportStackTooSmall, SourceSpan.Whole(workflows.Name))]);
        }
    }
}
