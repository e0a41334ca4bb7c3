using ComplianceRules.Diagnostics;

namespace ComplianceRules.Engine;

/// <summary>Says what is wrong with names in words that fit facts without packs.</summary>
internal static class TrialProblems
{
    /// <summary>The problem, or the same in other words where its own speak of packs.</summary>
    public static Diagnostic WithoutPacks(Diagnostic problem)
    {
        bool isName = problem.Code == DiagnosticCodes.UnknownFact || problem.Code == DiagnosticCodes.UnknownTable;
        return isName ? new Diagnostic(DiagnosticCodes.TrialUnknownName, problem.Span, Shown(problem.Arguments[0])) { DidYouMean = Near(problem.DidYouMean) } : problem;
    }

    private static string Shown(string name) => name.Replace($"{TrialFactsReader.SubjectName}.", string.Empty, StringComparison.Ordinal);

    private static string? Near(string? name) => name is null ? null : Shown(name);
}
