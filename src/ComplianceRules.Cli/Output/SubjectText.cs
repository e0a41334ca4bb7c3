using ComplianceRules.Findings;

namespace ComplianceRules.Cli.Output;

/// <summary>A row as people find it: its table and id, then its name.</summary>
internal static class SubjectText
{
    public static string Of(Subject subject) => subject.Name is null ? subject.ToString() : $"{subject} {WithoutOwnId(subject.Name, subject.Id)}";

    // A row without a name of its own goes by its parent's name and its id, and the id stands before it already.
    private static string WithoutOwnId(string name, string id)
    {
        string own = id[(id.LastIndexOf('/') + 1)..];
        return name.EndsWith($" {own}", StringComparison.Ordinal) ? name[..^(own.Length + 1)] : name;
    }
}
