using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Reads a part and says what is wrong with it.</summary>
/// <param name="stream">The part.</param>
/// <param name="file">What places show.</param>
/// <param name="cancellation">Stops the reading.</param>
internal sealed class PartReader(Stream stream, SourceSpan file, CancellationToken cancellation)
{
    /// <summary>Reads it.</summary>
    /// <returns>What it says, or the problem.</returns>
    public (PartContent? Content, Diagnostic? Problem) Read()
    {
        using PartLineReader lines = new(stream);
        if (!lines.Next() || VersionOf(lines.Line) is not { } version) return (null, new Diagnostic(DiagnosticCodes.PartExpected, file));
        if (version != (PartKeys.Version, PartHead.OwnTool)) return (null, new Diagnostic(DiagnosticCodes.PartVersion, file, $"{version.Format}, {version.Tool}", $"{PartKeys.Version}, {PartHead.OwnTool}"));
        try
        {
            if (Content(lines) is { } content) return (content, null);
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            // Whatever a line could not be read for, the part is not as it was written.
        }

        return (null, new Diagnostic(DiagnosticCodes.PartDamaged, file));
    }

    /// <summary>Whether an exception says that what is read is no part as it was written.</summary>
    /// <param name="fault">The exception.</param>
    public static bool IsDamage(Exception fault) =>
        fault is JsonException or FormatException or KeyNotFoundException or InvalidOperationException or ArgumentException or OverflowException or IndexOutOfRangeException or DataReadingException;

    private PartContent? Content(PartLineReader lines)
    {
        PartContent content;
        using (JsonDocument head = JsonDocument.Parse(lines.Line)) content = new PartContent(PartHead.Read(head.RootElement));
        _ = PartOptions.Read(content.Head.Options);
        while (lines.Next())
        {
            cancellation.ThrowIfCancellationRequested();
            if (!lines.Line.Span.StartsWith("{\"sha256\":"u8)) content.Take(lines.Line, lines.Offset);
            else return IsSealed(lines) && content.Data is not null ? content : null;
        }

        return null;
    }

    private static bool IsSealed(PartLineReader lines)
    {
        using JsonDocument seal = JsonDocument.Parse(lines.Line);
        return seal.RootElement.GetProperty(PartKeys.Seal).GetString() == lines.Digest() && lines.IsLast();
    }

    // Null where the first line is not that of a part.
    private static (int Format, string Tool)? VersionOf(ReadOnlyMemory<byte> line)
    {
        try
        {
            using JsonDocument head = JsonDocument.Parse(line);
            bool isPart = head.RootElement.ValueKind == JsonValueKind.Object && head.RootElement.TryGetProperty(PartKeys.Head, out JsonElement version) && version.TryGetInt32(out _)
                && head.RootElement.TryGetProperty("tool", out JsonElement named) && named.ValueKind == JsonValueKind.String;
            return isPart ? (head.RootElement.GetProperty(PartKeys.Head).GetInt32(), head.RootElement.GetProperty("tool").GetString()!) : null;
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            return null;
        }
    }
}
