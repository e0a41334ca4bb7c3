using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Packs;

/// <summary>What an archive says of its files.</summary>
/// <param name="Files">Path, length and SHA-256 of each, in ordinal order of paths.</param>
internal sealed record PackManifest(ImmutableArray<(string Path, int Bytes, string Sha256)> Files)
{
    /// <summary>Its name in the archive; no pack's folder can have that name.</summary>
    public const string FileName = "manifest.json";

    private const int Format = 1;

    /// <summary>The manifest of files.</summary>
    /// <param name="files">The files, in ordinal order of paths.</param>
    public static PackManifest Of(IEnumerable<RulePackFile> files) =>
        new([.. files.Select(f => (f.Path, f.Bytes.Length, Convert.ToHexStringLower(SHA256.HashData(f.Bytes.Span))))]);

    /// <summary>Reads a manifest.</summary>
    /// <param name="file">The file.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>The manifest; null where it is wrong.</returns>
    public static PackManifest? Read(SourceFile file, DiagnosticBag problems)
    {
        DiagnosticBag found = new();
        if (StrictJson.Read(file, found) is not { Kind: JsonKind.Object } root) return Refuse(SourceSpan.Whole(file.Name), problems);
        string? format = root["format"] is { Kind: JsonKind.Number } number ? number.Text : null;
        if (format is not null && format != $"{Format}")
        {
            problems.Report(DiagnosticCodes.ManifestVersion, root["format"]!.Span, format, $"{Format}");
            return null;
        }

        if (format is null || root["files"] is not { Kind: JsonKind.Array } files) return Refuse(root.Span, problems);
        ImmutableArray<(string, int, string)>.Builder entries = ImmutableArray.CreateBuilder<(string, int, string)>();
        foreach (JsonNode entry in files.Items)
        {
            if (entry["path"] is not { Kind: JsonKind.Text } path || entry["bytes"] is not { Kind: JsonKind.Number } bytes || entry["sha256"] is not { Kind: JsonKind.Text } sha256
                || !int.TryParse(bytes.Text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int length))
                return Refuse(entry.Span, problems);
            entries.Add((path.Text, length, sha256.Text));
        }

        return new PackManifest(entries.ToImmutable());
    }

    /// <summary>The bytes of the manifest, the same for the same files.</summary>
    public byte[] ToBytes()
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("format", Format);
            json.WriteStartArray("files");
            foreach ((string path, int length, string sha256) in Files)
            {
                json.WriteStartObject();
                json.WriteString("path", path);
                json.WriteNumber("bytes", length);
                json.WriteString("sha256", sha256);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        bytes.Write("\n"u8);
        return bytes.ToArray();
    }

    private static PackManifest? Refuse(SourceSpan place, DiagnosticBag problems)
    {
        problems.Report(DiagnosticCodes.ManifestMalformed, place);
        return null;
    }
}
