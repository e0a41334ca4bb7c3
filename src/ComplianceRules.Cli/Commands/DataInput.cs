using ComplianceRules.Facts;
using ComplianceRules.Spreadsheets;

namespace ComplianceRules.Cli.Commands;

/// <summary>The data that a caller names: a path, a database, or what is sent to standard input.</summary>
/// <remarks>For one thread.</remarks>
internal sealed class DataInput
{
    /// <summary>What stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>What stands for standard output.</summary>
    public const string StandardOutput = "-";

    /// <summary>What standard input is taken for where the caller does not say.</summary>
    public const string DefaultName = "snapshot.json";

    /// <summary>What the name of a column file ends in.</summary>
    public const string ColumnFileEnding = ".crcol";

    private readonly string _path;
    private readonly Stream _sent;
    private byte[]? _kept;

    public DataInput(string path, string? nameOfInput, Stream sent)
    {
        _path = path;
        _sent = sent;
        IsSent = path == StandardInput;
        Name = IsSent ? nameOfInput ?? DefaultName : DatabaseInput.IsOne(path) ? DatabaseInput.Shown(path) : path;
    }

    /// <summary>Whether it is sent to standard input.</summary>
    public bool IsSent { get; }

    /// <summary>The name that says what it is and that places show.</summary>
    public string Name { get; }

    /// <summary>Whether it is there.</summary>
    public bool Exists => IsThere(_path);

    /// <summary>What it is written in, by its name; null where that cannot be told.</summary>
    public DataKind? Kind => DatabaseInput.IsOne(_path) ? DataKind.Database : !IsSent && Directory.Exists(_path) ? DataKind.Tables : Path.GetExtension(Name).ToUpperInvariant() switch
    {
        ".JSON" => DataKind.Json,
        ".NDJSON" or ".JSONL" => DataKind.Ndjson,
        ".CRCOL" => DataKind.Columns,
        ".CSV" or ".XLSX" or ".XLSM" or ".XLS" => DataKind.Tables,
        _ => null,
    };

    /// <summary>The source of the facts.</summary>
    /// <param name="mapping">How foreign columns become facts; null for none.</param>
    /// <param name="meter">Counts what is read.</param>
    public ISnapshotSource Open(SnapshotMapping? mapping, ReadMeter meter) => (Kind, IsSent) switch
    {
        (DataKind.Tables, true) => new SpreadsheetSnapshotSource(Kept, Name, mapping) { Watch = meter.Of },
        (DataKind.Tables, false) => new SpreadsheetSnapshotSource(_path, Name, mapping) { Watch = meter.Of },
        (DataKind.Ndjson, _) => new NdjsonSnapshotSource(() => meter.Of(Name, Bytes()), Name),
        (DataKind.Columns, true) => new ColumnFileSnapshotSource(() => _sent, Name),
        (DataKind.Columns, false) => new ColumnFileSnapshotSource(_path, Name),
        (DataKind.Database, _) => DatabaseInput.Open(_path, mapping),
        _ => new JsonSnapshotSource(() => meter.Of(Name, Bytes()), Name),
    };

    /// <summary>How many bytes there are to read; 0 where nobody knows, and where they need not be read.</summary>
    public long Size => (Kind, IsSent) switch
    {
        (_, true) or (DataKind.Columns or DataKind.Database, _) => 0,
        (DataKind.Tables, _) => DataFile.TablesAt(_path, Name).Sum(LengthOf),
        _ => File.Exists(_path) ? new FileInfo(_path).Length : 0,
    };

    /// <summary>Whether what a caller names to be read is there.</summary>
    public static bool IsThere(string path) => path == StandardInput || DatabaseInput.FileOf(path) is not { } file || Path.Exists(file);

    /// <summary>The tables, however many files hold them.</summary>
    public IReadOnlyList<DataFile> Tables() => IsSent ? [new DataFile(Name, Kept)] : DataFile.TablesAt(_path, Name);

    private static long LengthOf(DataFile file)
    {
        using Stream stream = file.Open();
        return stream.CanSeek ? stream.Length : 0;
    }

    private Stream Bytes() => IsSent ? _sent : File.OpenRead(_path);

    // Tables are read more than once, and what is sent can be read only once.
    private MemoryStream Kept()
    {
        if (_kept is null)
        {
            using MemoryStream copy = new();
            _sent.CopyTo(copy);
            _kept = copy.ToArray();
        }

        return new MemoryStream(_kept, writable: false);
    }
}
