using System.Collections.Frozen;
using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>What a run over a share of the schools found: a part that <see cref="Plan.RunShard"/> wrote, read again.</summary>
/// <remarks>
/// Every byte was compared with the digest at the part's end. Findings are read when they are looked at, so the stream stays open, and must not change, until the part and every
/// assessment that was merged of it are no longer used. May be shared between threads.
/// </remarks>
public sealed class AssessmentShard : IDisposable
{
    private readonly Lock _reading = new();
    private readonly FindingReading _findings = new(DocumentParts.None, new SourceReading(DocumentParts.None));
    private readonly Stream _stream;
    private readonly long _start;

    private AssessmentShard(Stream stream, long start, string name, PartContent content) => (_stream, _start, Name, Content) = (stream, start, name, content);

    /// <summary>The name that it was opened by.</summary>
    public string Name { get; }

    /// <summary>Which share of the schools it is of.</summary>
    public SchoolShard Shard => Content.Head.Shard;

    /// <summary>The day of assessment.</summary>
    public DateOnly AsOf => Content.Head.AsOf;

    /// <summary>What reports are to call the data; null where it has no name.</summary>
    public string? Source => Content.Head.Source;

    /// <summary>What was judged; the waivers are not in it.</summary>
    public RunOptions Options => PartOptions.Read(Content.Head.Options);

    /// <summary>What it says.</summary>
    internal PartContent Content { get; }

    /// <summary>Reads a part.</summary>
    /// <param name="stream">The part, from its present position on; one that can seek. It is closed with the part, or at once where it is refused.</param>
    /// <param name="name">The name shown in places.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The part; where it is none, is damaged or of another version, that.</returns>
    /// <exception cref="ArgumentException">The stream cannot seek.</exception>
    /// <exception cref="System.IO.IOException">The stream cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static Checked<AssessmentShard> Open(Stream stream, string name, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        if (!stream.CanSeek) throw new ArgumentException("findings are read where they stand, so the stream must be one that can seek", nameof(stream));
        AssessmentShard? shard = null;
        try
        {
            long start = stream.Position;
            (PartContent? content, Diagnostic? problem) = new PartReader(stream, SourceSpan.Whole(name), cancellation).Read();
            if (content is not null) shard = new AssessmentShard(stream, start, name, content);
            return new Checked<AssessmentShard>(shard, problem is null ? [] : [problem]);
        }
        finally
        {
            if (shard is null) stream.Dispose();
        }
    }

    /// <summary>Lets the stream go; findings of assessments that were merged of it can no longer be looked at.</summary>
    public void Dispose() => _stream.Dispose();

    /// <summary>Reads a finding.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="waivers">The waivers of the packs and of the file apart, by their JSON.</param>
    /// <exception cref="System.IO.IOException">The part cannot be read, or was changed since it was opened.</exception>
    internal Finding Read(PartFinding place, FrozenDictionary<string, FindingWaiver> waivers)
    {
        byte[] bytes = new byte[place.Length];
        lock (_reading)
        {
            _stream.Position = _start + place.Offset;
            _stream.ReadExactly(bytes);
            try
            {
                using JsonDocument document = JsonDocument.Parse(bytes);
                Finding read = _findings.Read(JsonMembers.Of(document.RootElement, AssessmentKeys.Finding, JsonPlace.Root, "finding"));
                return read.Waiver is { } waiver ? read with { Waiver = waivers.GetValueOrDefault(document.RootElement.GetProperty("waiver").GetRawText(), waiver) } : read;
            }
            catch (Exception changed) when (changed is JsonException or AssessmentJsonFault)
            {
                throw new System.IO.IOException($"`{Name}` was changed since it was opened", changed);
            }
        }
    }
}
