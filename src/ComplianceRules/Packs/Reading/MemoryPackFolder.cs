using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Packs;

/// <summary>A pack's folder among files in memory.</summary>
/// <param name="Path">The path shown in places.</param>
/// <param name="Files">The bytes of the folder's files, by path in the folder.</param>
internal sealed record MemoryPackFolder(string Path, FrozenDictionary<string, ReadOnlyMemory<byte>> Files) : PackFolder(Path)
{
    /// <inheritdoc/>
    public override ImmutableArray<SourceFile> Cases =>
        [.. Files.Where(f => PackCaseName.Is(f.Key)).OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => new SourceFile(Join(f.Key), f.Value))];

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte>? Read(string file, SourceSpan place, DiagnosticBag problems) =>
        Files.TryGetValue(file, out ReadOnlyMemory<byte> bytes) ? bytes : Refuse(DiagnosticCodes.NamedFileMissing, file, place, problems);
}
