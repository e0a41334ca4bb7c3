using ComplianceRules.Diagnostics;

namespace ComplianceRules.Cli.Output;

/// <summary>Paths as formats of machines want them: from the folder that the tool runs in, where a file lies below it.</summary>
/// <remarks>A build server runs tools in the root of what is built; its viewers know files by their way from there.</remarks>
internal static class SourcePaths
{
    /// <summary>The way to a file; the whole path where it lies elsewhere.</summary>
    public static string FromHere(string path)
    {
        string way = Path.GetRelativePath(".", path);
        return way == ".." || way.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? Path.GetFullPath(path) : way;
    }

    /// <summary>The same trouble, with the way to its file.</summary>
    public static Diagnostic FromHere(Diagnostic diagnostic) => diagnostic.Span is { } span
        ? new Diagnostic(diagnostic.Code, span with { File = FromHere(span.File) }, diagnostic.Arguments.AsSpan()) { DidYouMean = diagnostic.DidYouMean }
        : diagnostic;
}
