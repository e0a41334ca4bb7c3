using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Packs;

/// <summary>A pack's folder on a disk.</summary>
/// <param name="Path">The path as the caller gave it, joined with <c>/</c>.</param>
internal sealed record DiskPackFolder(string Path) : PackFolder(Path)
{
    /// <inheritdoc/>
    public override string Name => System.IO.Path.GetFileName(System.IO.Path.GetFullPath(Path));

    /// <inheritdoc/>
    public override string OnDisk => Path;

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte>? Read(string file, SourceSpan place, DiagnosticBag problems)
    {
        string path = Join(file);
        if (RealPath.IsInside(path, Path) is not { } isInside) return Refuse(DiagnosticCodes.Unreadable, path, place, problems);
        if (!isInside) return Refuse(DiagnosticCodes.LinkLeavesFolder, file, place, problems);
        try
        {
            return BoundedFile.Read(path, StrictJson.LargestFile);
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            // The folder was found by its pack file: where that is missing now, it is a link that leads nowhere.
            return file == PackFile ? Refuse(DiagnosticCodes.Unreadable, path, place, problems) : Refuse(DiagnosticCodes.NamedFileMissing, file, place, problems);
        }
        catch (UnauthorizedAccessException)
        {
            return Refuse(DiagnosticCodes.Unreadable, path, place, problems);
        }
    }
}
