using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ComplianceRules.Tests.HouseRules;

/// <summary>Each folder of the library uses only folders to its left; the leaves do not see each other.</summary>
internal static class LayerGuard
{
    /// <summary>From left to right; the folders of one entry do not see each other.</summary>
    public static readonly string[][] Layers =
    [
        ["Diagnostics"], ["Json"], ["Facts"], ["Expressions"], ["Packs"], ["Findings"], ["Kinds"], ["Proofs"], ["Engine"], ["Cases", "Analysis", "Hosting", "Interop"], ["Reports"],
    ];

    private const string Root = "ComplianceRules";

    /// <summary>The layer of a file of the library; null outside every layer.</summary>
    public static string? LayerOf(string path)
    {
        string[] parts = path.Split('/');
        return path.StartsWith(SourceFiles.Library + "/", StringComparison.Ordinal) && parts.Length > 3 && Rank(parts[2]) >= 0 ? parts[2] : null;
    }

    public static int Rank(string layer) => Array.FindIndex(Layers, group => group.Contains(layer));

    /// <summary>Files outside the layers, and files whose namespace is not that of their folder.</summary>
    public static IEnumerable<string> Misplaced(IEnumerable<SyntaxTree> trees)
    {
        foreach (SyntaxTree tree in trees)
        {
            if (LayerOf(tree.FilePath) is not { } layer) yield return $"{tree.FilePath}: stands in no layer";
            else if (Namespaces(tree).SingleOrDefault() != $"{Root}.{layer}") yield return $"{tree.FilePath}: its namespace is not {Root}.{layer}";
        }
    }

    /// <summary>Files of another project whose namespace is not the project's name, with the folder at most.</summary>
    public static IEnumerable<string> Misplaced(string project, IEnumerable<SyntaxTree> trees)
    {
        string name = project.Split('/')[^1];
        foreach (SyntaxTree tree in trees)
        {
            string[] below = tree.FilePath[(project.Length + 1)..].Split('/');
            string expected = below.Length == 1 ? name : $"{name}.{below[0]}";
            if (Namespaces(tree).Any(space => space != expected)) yield return $"{tree.FilePath}: its namespace is not {expected}";
        }
    }

    /// <summary>Every use of a layer to the right or of a neighbouring leaf: in bodies, signatures, attributes and using directives.</summary>
    public static IEnumerable<string> Violations(CSharpCompilation compilation)
    {
        // Who names no type of another layer, and no namespace of it, holds nothing of it either: other names need not be bound.
        (string Layer, string Name)[] types = [.. compilation.SyntaxTrees.SelectMany(Types)];
        Dictionary<string, HashSet<string>> others = Layers.SelectMany(group => group)
            .ToDictionary(layer => layer, layer => types.Where(t => t.Layer != layer && Rank(t.Layer) >= Rank(layer)).Select(t => t.Name).ToHashSet(StringComparer.Ordinal));
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            if (LayerOf(tree.FilePath) is not { } layer) continue;
            IEnumerable<(SyntaxNode Node, string Layer)> named = SourceCompilation.NamedTypes(compilation, tree, others[layer])
                .Select(use => (use.Name, LayerOfNamespace(use.Type.ContainingNamespace.ToDisplayString())));
            foreach ((SyntaxNode node, string used) in named.Concat(Usings(tree)))
            {
                if (used.Length > 0 && used != layer && Rank(used) >= Rank(layer)) yield return $"{SourceCompilation.Place(node)}: {layer} uses {used}";
            }
        }
    }

    private static IEnumerable<(SyntaxNode Node, string Layer)> Usings(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().OfType<UsingDirectiveSyntax>().Select(node => ((SyntaxNode)node, LayerOfNamespace(node.NamespaceOrType.ToString())));

    private static IEnumerable<(string Layer, string Name)> Types(SyntaxTree tree) => LayerOf(tree.FilePath) is { } layer
        ? tree.GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>().Select(NameOf).OfType<string>().SelectMany(Spellings).Select(name => (layer, name))
        : [];

    // An attribute is mostly written without the end of its name.
    private static IEnumerable<string> Spellings(string name) =>
        name.EndsWith(nameof(Attribute), StringComparison.Ordinal) ? [name, name[..^nameof(Attribute).Length]] : [name];

    private static string? NameOf(MemberDeclarationSyntax member) => member switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        DelegateDeclarationSyntax type => type.Identifier.ValueText,
        _ => null,
    };

    private static IEnumerable<string> Namespaces(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().Select(node => node.Name.ToString());

    private static string LayerOfNamespace(string name)
    {
        string[] parts = name.Split('.');
        return parts.Length > 1 && parts[0] == Root && Rank(parts[1]) >= 0 ? parts[1] : string.Empty;
    }
}
