using System.Reflection;

namespace ComplianceRules.Packs;

/// <summary>Packs that an assembly brings along as embedded resources.</summary>
/// <remarks>
/// May be shared between threads. A resource is a file of a pack where its logical name begins with the prefix and a slash, such as <c>rulepacks/xx/pack.json</c>; backslashes count as slashes.
/// </remarks>
public sealed class EmbeddedRulePackSource : IRulePackSource
{
    private readonly Assembly _assembly;
    private readonly string _prefix;

    /// <summary>Names the resources.</summary>
    /// <param name="assembly">The assembly that has them.</param>
    /// <param name="prefix">What their logical names begin with, without the slash.</param>
    public EmbeddedRulePackSource(Assembly assembly, string prefix = "rulepacks")
    {
        ArgumentNullException.ThrowIfNull(assembly);
        ArgumentException.ThrowIfNullOrWhiteSpace(prefix);
        _assembly = assembly;
        _prefix = prefix + "/";
    }

    /// <inheritdoc/>
    public RulePackFiles Read(CancellationToken cancellation)
    {
        List<RulePackFile> files = [];
        foreach (string resource in _assembly.GetManifestResourceNames())
        {
            cancellation.ThrowIfCancellationRequested();
            string path = resource.Replace('\\', '/');
            if (path.StartsWith(_prefix, StringComparison.Ordinal)) files.Add(new RulePackFile(path[_prefix.Length..], Bytes(resource)));
        }

        return new RulePackFiles(_assembly.GetName().Name ?? string.Empty, files);
    }

    private byte[] Bytes(string resource)
    {
        using Stream stream = _assembly.GetManifestResourceStream(resource)!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
