using System.Buffers;
using ComplianceRules.Engine;

namespace ComplianceRules.Cli.Commands;

/// <summary>Reads a stream line by line; of a line that is too long nothing is kept.</summary>
/// <remarks>For one thread. A line ends with LF or CR LF, the last one with the stream.</remarks>
internal sealed class LineInput(Stream stream)
{
    private const int Step = 1 << 16;

    private readonly byte[] _buffer = new byte[Step];
    private readonly ArrayBufferWriter<byte> _line = new();
    private int _at;
    private int _end;

    /// <summary>How many lines were read.</summary>
    public long Count { get; private set; }

    /// <summary>Reads the next line.</summary>
    /// <param name="line">Its bytes without its end; null where it is too long.</param>
    /// <returns>Whether there was one.</returns>
    public bool Read(out byte[]? line)
    {
        _line.ResetWrittenCount();
        bool any = false;
        bool isTooLong = false;
        while (Fill())
        {
            any = true;
            ReadOnlySpan<byte> rest = _buffer.AsSpan(_at, _end - _at);
            int feed = rest.IndexOf((byte)'\n');
            ReadOnlySpan<byte> part = feed < 0 ? rest : rest[..feed];
            isTooLong |= _line.WrittenCount + part.Length > TrialFacts.LargestFile;
            if (!isTooLong) _line.Write(part);
            _at += feed < 0 ? part.Length : feed + 1;
            if (feed >= 0) break;
        }

        if (any) Count++;
        line = isTooLong ? null : Whole();
        return any;
    }

    private byte[] Whole()
    {
        ReadOnlySpan<byte> bytes = _line.WrittenSpan;
        return (bytes.EndsWith("\r"u8) ? bytes[..^1] : bytes).ToArray();
    }

    private bool Fill()
    {
        if (_at < _end) return true;
        (_at, _end) = (0, UnreadableInputException.Guard(() => stream.Read(_buffer)));
        return _end > 0;
    }
}
