using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets;

/// <summary>A snapshot in one CSV file or a folder of them.</summary>
/// <remarks>
/// Without a mapping each file is named <c>&lt;table&gt;.csv</c> and has the columns <c>id</c>, the parent table's name, and fields. Cells are separated by commas and
/// quoted as in RFC 4180. Read as a stream: beside the facts themselves, memory holds one record only.
/// </remarks>
public sealed class CsvSnapshotSource : ISnapshotSource
{
    private readonly string _path;
    private readonly string _name;
    private readonly SnapshotMapping? _mapping;

    /// <summary>Reads a file or a folder.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="name">The name shown in places.</param>
    /// <param name="mapping">How foreign columns become facts; null where the files have the columns of the format itself.</param>
    public CsvSnapshotSource(string path, string name, SnapshotMapping? mapping = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(name);
        _path = path;
        _name = name;
        _mapping = mapping;
    }

    /// <inheritdoc/>
    public Checked<Snapshot> Read(FactSchema schema, SnapshotOptions options, CancellationToken cancellation)
    {
        SnapshotBuilder builder = new(schema, options);
        bool isFolder = Directory.Exists(_path);
        IReadOnlyList<CsvFile> files = isFolder ? CsvFile.InFolder(_path, _name) : [new CsvFile(_path, _name)];
        CsvLoader loader = new(builder, _mapping, cancellation);
        if (loader.KnowsEncoding(_name))
        {
            if (_mapping is null) loader.LoadByName(files, isFolder, _name);
            else loader.LoadMapped(files, _mapping, _name);
        }

        return builder.Build();
    }
}
