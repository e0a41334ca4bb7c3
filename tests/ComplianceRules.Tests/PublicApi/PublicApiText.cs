using System.Runtime.CompilerServices;
using System.Text;
using ComplianceRules.Tests.HouseRules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ComplianceRules.Tests.PublicApi;

/// <summary>Everything that an assembly shows to its users, one member a line, in ordinal order: read from its metadata, so signatures and nullability are exact.</summary>
internal static class PublicApiText
{
    private static readonly SymbolDisplayFormat TypeFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints | SymbolDisplayGenericsOptions.IncludeVariance,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    private static readonly SymbolDisplayFormat MemberFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        memberOptions: SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeConstantValue | SymbolDisplayMemberOptions.IncludeRef,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The text of an assembly.</summary>
    /// <param name="name">The assembly's name.</param>
    /// <param name="assembly">The assembly's bytes.</param>
    public static string Of(string name, Stream assembly)
    {
        MetadataReference reference = MetadataReference.CreateFromStream(assembly);
        CSharpCompilation compilation = CSharpCompilation.Create("api", references: [reference, .. SourceCompilation.References.Where(other => Path.GetFileNameWithoutExtension(other.Display) != name)]);
        return Of(((IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(reference)!).GlobalNamespace);
    }

    private static string Of(INamespaceSymbol root)
    {
        StringBuilder text = new();
        foreach (INamedTypeSymbol type in Types(root).OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal))
        {
            text.Append(Head(type)).Append('\n');
            foreach (string member in type.GetMembers().Where(IsShown).Select(member => member.ToDisplayString(MemberFormat)).Order(StringComparer.Ordinal))
                text.Append("    ").Append(member).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol above) => above.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .Where(symbol => symbol is INamespaceSymbol || IsVisible(symbol))
        .SelectMany(symbol => symbol is INamedTypeSymbol type ? Types(symbol).Prepend(type) : Types(symbol));

    private static string Head(INamedTypeSymbol type)
    {
        string modifier = type switch
        {
            { TypeKind: not TypeKind.Class } => string.Empty,
            { IsStatic: true } => "static ",
            { IsSealed: true } => "sealed ",
            { IsAbstract: true } => "abstract ",
            _ => string.Empty,
        };
        INamedTypeSymbol[] above = [.. new[] { type.BaseType }.OfType<INamedTypeSymbol>().Where(b => b.SpecialType == SpecialType.None), .. type.Interfaces];
        IEnumerable<string> names = above.Select(symbol => symbol.ToDisplayString(MemberFormat)).Order(StringComparer.Ordinal);
        string bases = type.TypeKind is TypeKind.Enum or TypeKind.Delegate || above.Length == 0 ? string.Empty : " : " + string.Join(", ", names);
        return $"{modifier}{type.ToDisplayString(TypeFormat)}{bases}";
    }

    private static bool IsShown(ISymbol member) =>
        IsVisible(member)
        && !member.IsImplicitlyDeclared
        && member is not INamedTypeSymbol
        && member is not IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove }
        && !member.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(CompilerGeneratedAttribute));

    private static bool IsVisible(ISymbol symbol) => symbol.DeclaredAccessibility is Accessibility.Public
        || (symbol.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedOrInternal && symbol.ContainingType is { IsSealed: false });
}
