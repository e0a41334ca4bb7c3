using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ComplianceRules.Tests.HouseRules;

/// <summary>Only the folder Kinds tells rule kinds apart, so that a new kind is one file.</summary>
/// <remarks>
/// Seen are: the name of a kind as a constant in a pattern (<c>case "share"</c>, a switch arm, <c>is "share"</c>), on a side of <c>==</c> or <c>!=</c>, or handed to
/// <c>Equals</c>; and any mention of a class that ends in <c>RuleKind</c>, other than the interface. A name that is only looked up or written, as a key of a
/// format (<c>Find("limit")</c>, <c>WriteString("limit", …)</c>) or in the list of names that the pack reader knows, tells no kinds apart and passes.
/// </remarks>
internal static class KindSwitchGuard
{
    public static readonly string[] Kinds =
        ["limit", "require", "forbid", "share", "k-of", "balance", "frequency", "sequence", "composite", "bands", "consistency"];

    public static IEnumerable<string> Faults(SyntaxTree tree) =>
        tree.FilePath.StartsWith(SourceFiles.Library + "/Kinds/", StringComparison.Ordinal) ? [] : [.. Names(tree), .. Classes(tree)];

    private static IEnumerable<string> Names(SyntaxTree tree) =>
        from literal in tree.GetRoot().DescendantNodes().OfType<LiteralExpressionSyntax>()
        where literal.IsKind(SyntaxKind.StringLiteralExpression) || literal.IsKind(SyntaxKind.Utf8StringLiteralExpression)
        where Kinds.Contains(literal.Token.ValueText) && IsCompared(literal) && !IsKeyOfAnotherFormat(literal)
        select $"{SourceCompilation.Place(literal)}: tells the kind `{literal.Token.ValueText}` apart";

    private static IEnumerable<string> Classes(SyntaxTree tree) =>
        from name in tree.GetRoot().DescendantNodes().OfType<IdentifierNameSyntax>()
        let text = name.Identifier.Text
        where text.EndsWith("RuleKind", StringComparison.Ordinal) && text is not ("RuleKind" or "IRuleKind")
        select $"{SourceCompilation.Place(name)}: names the kind `{text}`";

    private static bool IsCompared(LiteralExpressionSyntax literal) => literal.Parent switch
    {
        ConstantPatternSyntax or CaseSwitchLabelSyntax => true,
        BinaryExpressionSyntax binary => binary.IsKind(SyntaxKind.EqualsExpression) || binary.IsKind(SyntaxKind.NotEqualsExpression),
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => NameOf(call) is "Equals" or "SequenceEqual" or "ValueTextEquals",
        MemberAccessExpressionSyntax { Name.Identifier.Text: "Equals" } => true,
        _ => false,
    };

    // The expectations of a case have a key `limit` too: the limit a finding should show.
    private static bool IsKeyOfAnotherFormat(LiteralExpressionSyntax literal) =>
        literal.Token.ValueText == "limit" && literal.SyntaxTree.FilePath.StartsWith(SourceFiles.Library + "/Cases/", StringComparison.Ordinal);

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.Text,
        IdentifierNameSyntax name => name.Identifier.Text,
        _ => string.Empty,
    };
}
