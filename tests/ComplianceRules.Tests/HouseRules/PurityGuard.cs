using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ComplianceRules.Tests.HouseRules;

/// <summary>Evaluating an expression of a stranger's pack reaches nothing outside of itself.</summary>
internal static class PurityGuard
{
    private const string Folder = SourceFiles.Library + "/Expressions/";

    private static readonly string[] BannedNamespaces =
    [
        "System.Reflection", "System.Linq.Expressions", "System.IO", "System.Net", "System.Runtime.Loader", "System.Runtime.InteropServices",
        "System.Runtime.Serialization", "System.Text.RegularExpressions", "System.Threading", "System.Security", "Microsoft.Win32", "Newtonsoft.Json",
    ];

    private static readonly string[] BannedTypes =
    [
        "System.Activator", "System.AppDomain", "System.Environment", "System.Console", "System.Diagnostics.Process", "System.Diagnostics.ProcessStartInfo",
        "System.Diagnostics.Stopwatch", "System.Random", "System.TimeProvider", "System.TimeZoneInfo", "System.GC", "System.Runtime.CompilerServices.Unsafe",
    ];

    private static readonly string[] BannedMembers =
        ["System.DateTime.Now", "System.DateTime.UtcNow", "System.DateTime.Today", "System.DateTimeOffset.Now", "System.DateTimeOffset.UtcNow", "System.Guid.NewGuid"];

    // Facts are read before anything is evaluated; what reads them has files in its hands.
    private static readonly string[] BannedFolders = [SourceFiles.Library + "/Facts/Sources/", SourceFiles.Library + "/Facts/Mapping/", SourceFiles.Library + "/Facts/ColumnFiles/"];

    // The attributes of a signature and the collection marshal reach nothing; unmanaged memory does, and stays banned.
    private static readonly string[] AllowedTypes =
        ["System.Runtime.InteropServices.CollectionsMarshal", "System.Runtime.InteropServices.StructLayoutAttribute", "System.Runtime.InteropServices.LayoutKind", "System.Runtime.InteropServices.ImmutableCollectionsMarshal"];

    public static IEnumerable<string> Faults(CSharpCompilation compilation) =>
        from tree in compilation.SyntaxTrees
        where tree.FilePath.StartsWith(Folder, StringComparison.Ordinal)
        from use in SourceCompilation.NamedTypes(compilation, tree)
        let type = FullName(use.Type)
        where IsBanned(type) || IsReader(use.Type)
        select $"{SourceCompilation.Place(use.Name)}: uses {type}";

    /// <summary>Members of types that are harmless else: clocks and chance.</summary>
    public static IEnumerable<string> MemberFaults(CSharpCompilation compilation) =>
        from tree in compilation.SyntaxTrees
        where tree.FilePath.StartsWith(Folder, StringComparison.Ordinal)
        from use in SourceCompilation.NamedTypes(compilation, tree)
        let member = $"{FullName(use.Type)}.{use.Name}"
        where BannedMembers.Contains(member)
        select $"{SourceCompilation.Place(use.Name)}: uses {member}";

    private static bool IsBanned(string type) =>
        !AllowedTypes.Contains(type)
        && (BannedTypes.Contains(type) || BannedNamespaces.Any(space => type.StartsWith(space + ".", StringComparison.Ordinal)));

    private static bool IsReader(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Any(written => BannedFolders.Any(folder => written.SyntaxTree.FilePath.StartsWith(folder, StringComparison.Ordinal)));

    private static string FullName(INamedTypeSymbol type) => $"{type.ContainingNamespace.ToDisplayString()}.{type.Name}";
}
