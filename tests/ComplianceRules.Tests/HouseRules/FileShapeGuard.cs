using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ComplianceRules.Tests.HouseRules;

/// <summary>One type a file, found by its name, read on a few screens.</summary>
internal static class FileShapeGuard
{
    private const int MostLines = 400;
    private const int MostLinesOfAMethod = 60;

    public static IEnumerable<string> Faults(SyntaxTree tree) => [.. Length(tree), .. Types(tree), .. Methods(tree)];

    private static IEnumerable<string> Length(SyntaxTree tree)
    {
        int lines = tree.GetText().Lines.Count;
        if (lines > MostLines + 1) yield return $"{tree.FilePath}: has more than {MostLines} lines";
    }

    private static IEnumerable<string> Types(SyntaxTree tree)
    {
        string[] names = [.. TopLevel(tree).Select(NameOf)];
        bool isProgram = tree.GetRoot().ChildNodes().OfType<GlobalStatementSyntax>().Any();
        if (names.Length != 1 && !(isProgram && names.Length == 0)) yield return $"{tree.FilePath}: has {names.Length} types, not one";
        string file = Path.GetFileNameWithoutExtension(tree.FilePath);
        bool partial = TopLevel(tree).Any(type => type.Modifiers.Any(SyntaxKind.PartialKeyword));
        foreach (string name in names)
        {
            if (file != name && !(partial && file.StartsWith(name + ".", StringComparison.Ordinal))) yield return $"{tree.FilePath}: is not named after `{name}`";
        }
    }

    private static IEnumerable<string> Methods(SyntaxTree tree) =>
        from method in tree.GetRoot().DescendantNodes().OfType<BaseMethodDeclarationSyntax>()
        let span = method.GetLocation().GetLineSpan()
        where span.EndLinePosition.Line - span.StartLinePosition.Line >= MostLinesOfAMethod
        select $"{SourceCompilation.Place(method)}: a method has more than {MostLinesOfAMethod} lines";

    private static IEnumerable<MemberDeclarationSyntax> TopLevel(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .Where(node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    private static string NameOf(MemberDeclarationSyntax node) =>
        node is BaseTypeDeclarationSyntax type ? type.Identifier.Text : ((DelegateDeclarationSyntax)node).Identifier.Text;
}
