using System.Reflection;
using System.Runtime.Loader;

namespace ComplianceRules.Cli.Tests.Commands;

/// <summary>The tool in a context of its own, which knows what the tool has loaded.</summary>
internal sealed class LoadedDrivers() : AssemblyLoadContext(isCollectible: true)
{
    private readonly AssemblyDependencyResolver _resolver = new(typeof(Program).Assembly.Location);

    /// <summary>The assemblies of drivers that a run loads.</summary>
    public static string[] Of(params string[] arguments)
    {
        LoadedDrivers context = new();
        Assembly tool = context.LoadFromAssemblyPath(typeof(Program).Assembly.Location);
        tool.EntryPoint!.Invoke(null, [arguments]);
        string[] found = [.. context.Assemblies.Select(a => a.GetName().Name!).Where(n => n.StartsWith("Npgsql", StringComparison.Ordinal) || n.Contains("Sqlite", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)];
        context.Unload();
        return found;
    }

    protected override Assembly? Load(AssemblyName assemblyName) => _resolver.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
}
