namespace ComplianceRules.Tests;

/// <summary>The fixed packs that tests judge by; those below <c>rulepacks</c> change with the law.</summary>
internal static class SmallPacks
{
    /// <summary>The folder from the root of the repository, as commands name it.</summary>
    public const string Folder = "tests/packs/small";

    /// <summary>The folder's full path.</summary>
    public static string Path { get; } = RepositoryRoot.Combine(Folder);
}
