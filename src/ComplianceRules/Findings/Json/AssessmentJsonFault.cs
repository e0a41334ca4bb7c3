using ComplianceRules.Diagnostics;

namespace ComplianceRules.Findings;

/// <summary>What is read is no assessment, or no finding: each library's converter gives it as the exception of that library.</summary>
internal sealed class AssessmentJsonFault : Exception
{
    /// <summary>Makes it of the problem that a reader of files would report.</summary>
    /// <param name="place">Where it is.</param>
    /// <param name="problem">What is wrong.</param>
    /// <param name="expected">What would have been right; null where the problem says so.</param>
    public AssessmentJsonFault(JsonPlace place, Diagnostic problem, string? expected)
        : base(Sentence(problem, expected)) => Place = place;

    /// <summary>Where it is.</summary>
    public JsonPlace Place { get; }

    private static string Sentence(Diagnostic problem, string? expected)
    {
        string said = problem.Message(TextLanguage.English);
        string whole = expected is null ? said : $"{said}: expected {expected}";
        return problem.DidYouMean is null ? whole : $"{whole} ({problem.Help(TextLanguage.English)})";
    }
}
