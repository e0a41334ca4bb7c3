using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ComplianceRules.Tests.HouseRules;

/// <summary>Source compiled in memory, so that a guard sees what a name means and not only how it is spelt.</summary>
internal static class SourceCompilation
{
    private const string ImplicitUsings = """
        global using global::System;
        global using global::System.Collections.Generic;
        global using global::System.IO;
        global using global::System.Linq;
        global using global::System.Net.Http;
        global using global::System.Threading;
        global using global::System.Threading.Tasks;
        """;

    private static readonly Lazy<CSharpCompilation> Bound = new(() =>
    {
        CSharpCompilation library = Create(OutputKind.DynamicallyLinkedLibrary, SourceFiles.Of(SourceFiles.Library));
        ThrowOnError(library.GetDeclarationDiagnostics());
        return library;
    });

    /// <summary>The assemblies that the test itself runs with: the base library and every package.</summary>
    public static MetadataReference[] References { get; } =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>The library, bound once for all guards; whether its bodies compile the build has told.</summary>
    public static CSharpCompilation Library => Bound.Value;

    /// <summary>Compiles; what does not compile cannot be judged, so it throws.</summary>
    public static CSharpCompilation Compile(params SyntaxTree[] trees)
    {
        CSharpCompilation compilation = Create(OutputKind.DynamicallyLinkedLibrary, trees);
        ThrowOnError(compilation.GetDiagnostics());
        return compilation;
    }

    public static CSharpCompilation Create(OutputKind kind, params SyntaxTree[] trees) => CSharpCompilation.Create(
        "Source",
        [.. trees, SourceFiles.Parse("ImplicitUsings.cs", ImplicitUsings)],
        References.Where(reference => !Path.GetFileName(reference.Display!).Equals("ComplianceRules.dll", StringComparison.Ordinal) || kind == OutputKind.ConsoleApplication),
        new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));

    /// <summary>Every name in the body of a file with what it stands for: types, and members by the type that has them.</summary>
    /// <param name="compilation">What the file is part of.</param>
    /// <param name="tree">The file.</param>
    /// <param name="spellings">The names to look at; null for all.</param>
    public static IEnumerable<(SyntaxNode Name, INamedTypeSymbol Type)> NamedTypes(CSharpCompilation compilation, SyntaxTree tree, IReadOnlySet<string>? spellings = null)
    {
        SemanticModel model = compilation.GetSemanticModel(tree);
        foreach (SimpleNameSyntax name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>().Where(n => spellings?.Contains(n.Identifier.ValueText) ?? true))
        {
            ISymbol? symbol = model.GetSymbolInfo(name).Symbol;
            INamedTypeSymbol? type = symbol as INamedTypeSymbol ?? (symbol is INamespaceSymbol ? null : symbol?.ContainingType);
            if (type is not null) yield return (name, type);
        }
    }

    // What stands behind partial methods is written by generators, which the build runs.
    private const string PartialMethodWithoutBody = "CS8795";

    private static void ThrowOnError(IEnumerable<Diagnostic> diagnostics)
    {
        if (diagnostics.FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error && d.Id != PartialMethodWithoutBody) is { } error) throw new InvalidOperationException($"the source does not compile: {error}");
    }

    /// <summary>The place of a node as a reader finds it.</summary>
    public static string Place(SyntaxNode node) => $"{node.SyntaxTree.FilePath}({node.GetLocation().GetLineSpan().StartLinePosition.Line + 1})";
}
