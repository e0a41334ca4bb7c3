using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ComplianceRules.Tests.HouseRules;

/// <summary>The C# of one project, parsed; or made-up C#, on which a guard is seen to fail.</summary>
internal static class SourceFiles
{
    public const string Library = "src/ComplianceRules";

    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14, DocumentationMode.None);

    private static readonly ConcurrentDictionary<string, SyntaxTree[]> Parsed = new(StringComparer.Ordinal);

    private static readonly string[] MadeFolders = ["bin", "obj"];

    /// <summary>The projects below src, as paths from the root.</summary>
    public static string[] Projects { get; } =
        [.. Directory.GetDirectories(RepositoryRoot.Combine("src")).Select(Relative).Order(StringComparer.Ordinal)];

    /// <summary>Every file of a project; a tree's path is relative to the root of the repository.</summary>
    public static SyntaxTree[] Of(string project) => Parsed.GetOrAdd(project, Read);

    /// <summary>Every file below src.</summary>
    public static SyntaxTree[] All() => [.. Projects.SelectMany(Of)];

    public static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, Options, path);

    private static SyntaxTree[] Read(string project) =>
    [
        .. Directory.EnumerateFiles(RepositoryRoot.Combine(project), "*.cs", SearchOption.AllDirectories)
            .Select(Relative)
            .Where(path => !path.Split('/').Any(MadeFolders.Contains))
            .Order(StringComparer.Ordinal)
            .Select(path => Parse(path, File.ReadAllText(RepositoryRoot.Combine(path)))),
    ];

    private static string Relative(string path) => Path.GetRelativePath(RepositoryRoot.Path, path).Replace('\\', '/');
}
