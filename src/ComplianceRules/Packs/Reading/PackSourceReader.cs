using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Packs;

/// <summary>Reads the files of one pack: <c>pack.json</c> and those that it names.</summary>
internal sealed class PackSourceReader
{
    private readonly PackFolder _folder;
    private readonly DiagnosticBag _problems = new();
    private readonly List<(string Name, ReadOnlyMemory<byte> Bytes)> _files = [];
    private readonly Dictionary<string, SourceSpan> _named = new(StringComparer.Ordinal);

    private PackSourceReader(PackFolder folder) => _folder = folder;

    public static PackSource Read(PackFolder folder)
    {
        PackSourceReader reader = new(folder);
        ImmutableArray<JsonNode> roots = [.. reader.Roots()];
        return new PackSource(folder, roots, PackFingerprint.Of(reader._files), [.. reader._files.Select(f => f.Name)], reader._problems);
    }

    private IEnumerable<JsonNode> Roots()
    {
        string packFile = _folder.Join(PackFolder.PackFile);
        if (Root(PackFolder.PackFile, SourceSpan.Whole(packFile)) is not { } head) yield break;
        yield return head;
        foreach (JsonNode name in Named(head))
        {
            if (IsAllowed(name) && Root(name.Text, name.Span) is { } part) yield return part;
        }
    }

    private IEnumerable<JsonNode> Named(JsonNode head)
    {
        if (head["files"] is not { } node) return [];
        ImmutableArray<JsonNode> names = NodeReader.Items(node, "files", _problems);
        if (names.IsEmpty && node.Kind == JsonKind.Array) _problems.Report(DiagnosticCodes.NoEntries, node.Span, "files");
        if (names.Length > PackBounds.Files) PackBounds.Refuse("files", PackBounds.Files, names[PackBounds.Files].Span, _problems);
        return names.Take(PackBounds.Files).Where(n => NodeReader.Text(n, "files", _problems) is not null);
    }

    private bool IsAllowed(JsonNode name)
    {
        if (!PackFileName.IsAllowed(name.Text)) _problems.Report(DiagnosticCodes.FileNameNotAllowed, name.Span, JsonFault.Shown(name.Text));
        else if (!_named.TryAdd(name.Text, name.Span)) _problems.Report(DiagnosticCodes.DuplicateEntry, name.Span, name.Text, "files", _named[name.Text].ToString());
        else return true;
        return false;
    }

    private JsonNode? Root(string file, SourceSpan place)
    {
        string path = _folder.Join(file);
        if (_folder.Read(file, place, _problems) is not { } bytes) return null;
        if (_files.Sum(f => f.Bytes.Length) + bytes.Length > PackBounds.Bytes)
        {
            _problems.Report(DiagnosticCodes.PackTooLarge, place, "16 MiB");
            return null;
        }

        _files.Add((file, bytes));
        if (StrictJson.Read(new SourceFile(path, bytes), _problems) is not { } root) return null;
        if (root.Kind == JsonKind.Object) return root;
        _problems.Report(DiagnosticCodes.ObjectExpected, root.Span, file);
        return null;
    }
}
