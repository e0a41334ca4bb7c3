using System.Security.Cryptography;
using System.Text.Json;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>Writes the lines of a part, and last the digest of all of them.</summary>
/// <remarks>For one thread.</remarks>
/// <param name="output">Where to; left open.</param>
internal sealed class PartWriter(Stream output) : IDisposable
{
    private const int WriteAt = 1 << 16;

    private readonly MemoryStream _lines = new(2 * WriteAt);
    private readonly Utf8JsonWriter _json = new(Stream.Null, AssessmentJson.Options(indented: false));
    private readonly IncrementalHash _digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Writes an object as a line.</summary>
    /// <param name="write">Writes its members.</param>
    /// <exception cref="IOException">The output cannot be written.</exception>
    public void Line(Action<Utf8JsonWriter> write)
    {
        _json.Reset(_lines);
        _json.WriteStartObject();
        write(_json);
        _json.WriteEndObject();
        _json.Flush();
        _lines.WriteByte((byte)'\n');
        if (_lines.Length >= WriteAt) Empty();
    }

    /// <summary>Writes the last line: without it, what was written is no part.</summary>
    /// <exception cref="IOException">The output cannot be written.</exception>
    public void Seal()
    {
        Empty();
        string digest = Convert.ToHexStringLower(_digest.GetHashAndReset());
        Line(json => json.WriteString(PartKeys.Seal, digest));
        Empty();
    }

    /// <summary>Lets its memory go; the stream stays open.</summary>
    public void Dispose()
    {
        _json.Dispose();
        _lines.Dispose();
        _digest.Dispose();
    }

    private void Empty()
    {
        ReadOnlySpan<byte> lines = _lines.GetBuffer().AsSpan(0, (int)_lines.Length);
        _digest.AppendData(lines);
        output.Write(lines);
        _lines.SetLength(0);
    }
}
