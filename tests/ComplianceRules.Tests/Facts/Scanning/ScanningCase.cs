using System.Globalization;
using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

/// <summary>A document made from a seed, and how it is read.</summary>
internal sealed class ScanningCase
{
    private static readonly int[] Sizes = [1, 3, 16, 61, 64, 500, 4096, 1 << 16];

    private readonly byte[] _document;
    private readonly bool _isLines;
    private readonly int _size;
    private readonly int _chunk;
    private readonly SnapshotOptions _options;

    private ScanningCase(int seed)
    {
        Random chance = new(seed);
        MadeUpDocument made = new(chance, chance.Next(4) == 0);
        _isLines = made.IsLines;
        byte[] sound = Encoding.UTF8.GetBytes(made.Write());
        _document = chance.Next(2) == 0 ? sound : Damage.Do(sound, chance);
        _size = Sizes[chance.Next(Sizes.Length)];
        _chunk = chance.Next(3) switch { 0 => 1 + chance.Next(80), 1 => 1 + chance.Next(2000), _ => int.MaxValue };
        _options = new SnapshotOptions
        {
            SkipMalformed = chance.Next(2) == 0,
            DefaultRegion = chance.Next(4) == 0 ? RegionCode.Parse("370323") : null,
        };
    }

    public static ScanningCase Of(int seed) => new(seed);

    /// <summary>What is read token by token, and what is read from bytes in pieces.</summary>
    public (string Plain, string Scanned) Read() => (Read(isPlain: true, 1 << 16, int.MaxValue), Read(isPlain: false, _size, _chunk));

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(_isLines ? "lines" : "json")}, buffer {_size}, chunk {_chunk}, skip {_options.SkipMalformed}, {_document.Length} bytes\n{Encoding.UTF8.GetString(_document, 0, Math.Min(_document.Length, 3000))}");

    private string Read(bool isPlain, int size, int chunk)
    {
        Stream Open() => new ChunkedStream(_document, chunk);
        ISnapshotSource source = _isLines
            ? new NdjsonSnapshotSource(Open, "s.json") { BufferSize = size, IsPlain = isPlain }
            : new JsonSnapshotSource(Open, "s.json") { BufferSize = size, IsPlain = isPlain };
        Checked<Snapshot> read = source.Read(SampleFacts.Schema, _options, CancellationToken.None);
        return SnapshotText.Of(read);
    }
}
