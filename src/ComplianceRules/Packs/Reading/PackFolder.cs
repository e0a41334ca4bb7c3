using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Packs;

/// <summary>A folder that has a <c>pack.json</c>: on a disk, or among files in memory.</summary>
/// <param name="Path">The path as the caller gave it, joined with <c>/</c>.</param>
internal abstract record PackFolder(string Path)
{
    /// <summary>The file that makes a folder a pack.</summary>
    public const string PackFile = "pack.json";

    /// <summary>The folder's own name, without the path.</summary>
    public virtual string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Where it lies on a disk; null where it lies on none.</summary>
    public virtual string? OnDisk => null;

    /// <summary>The case files that came with it in memory, in ordinal order of their names.</summary>
    public virtual ImmutableArray<SourceFile> Cases => [];

    /// <summary>The path of a file in it, as shown in places.</summary>
    /// <param name="file">The file's path in the folder, joined with <c>/</c>.</param>
    public string Join(string file) => Path.Length == 0 ? file : Path.EndsWith('/') ? Path + file : $"{Path}/{file}";

    /// <summary>The bytes of a file; null where they cannot be had, which is reported.</summary>
    /// <param name="file">The file's path in the folder, joined with <c>/</c>.</param>
    /// <param name="place">Where it is named.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public abstract ReadOnlyMemory<byte>? Read(string file, SourceSpan place, DiagnosticBag problems);

    /// <summary>Reports that a file cannot be had.</summary>
    protected static ReadOnlyMemory<byte>? Refuse(DiagnosticCode code, string name, SourceSpan place, DiagnosticBag problems)
    {
        problems.Report(code, place, name);
        return null;
    }
}
