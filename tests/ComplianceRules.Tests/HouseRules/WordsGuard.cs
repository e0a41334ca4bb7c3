using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ComplianceRules.Tests.HouseRules;

/// <summary>Nothing left undone, nothing folded away, no name that says nothing.</summary>
internal static class WordsGuard
{
    private static readonly string[] Undone = ["TODO", "FIXME", "HACK"];

    private static readonly string[] EmptyNames = ["Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Manager", "Misc"];

    public static IEnumerable<string> Faults(SyntaxTree tree) => [.. Comments(tree), .. Regions(tree), .. Unwritten(tree), .. Names(tree)];

    private static IEnumerable<string> Comments(SyntaxTree tree) =>
        from trivia in tree.GetRoot().DescendantTrivia()
        where trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia) || IsDocumentation(trivia)
        from word in Undone
        where trivia.ToFullString().Contains(word, StringComparison.Ordinal)
        select $"{tree.FilePath}: a comment says {word}";

    private static IEnumerable<string> Regions(SyntaxTree tree) =>
        tree.GetRoot().DescendantTrivia().Where(trivia => trivia.IsKind(SyntaxKind.RegionDirectiveTrivia)).Select(_ => $"{tree.FilePath}: has a region");

    private static IEnumerable<string> Unwritten(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.Text == nameof(NotImplementedException))
            .Select(name => $"{SourceCompilation.Place(name)}: is not written yet");

    private static IEnumerable<string> Names(SyntaxTree tree) =>
        from node in tree.GetRoot().DescendantNodes()
        let name = node is BaseTypeDeclarationSyntax type ? type.Identifier.Text : (node as BaseNamespaceDeclarationSyntax)?.Name.ToString()
        where name is not null && EmptyNames.Any(empty => name.EndsWith(empty, StringComparison.Ordinal))
        select $"{SourceCompilation.Place(node)}: `{name}` says nothing";

    // Without a documentation parse these comments are kept as plain ones; both are asked for so that the guard does not depend on it.
    private static bool IsDocumentation(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineDocumentationCommentTrivia);
}
