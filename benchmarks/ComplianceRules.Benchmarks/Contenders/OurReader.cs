using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Spreadsheets;

namespace ComplianceRules.Benchmarks;

/// <summary>The library from a file to counts and a list.</summary>
internal sealed class OurReader
{
    private readonly Catalogue _catalogue = Inputs.Bench(BenchRules.Pack);
    private readonly Plan _plan;

    public OurReader() => _plan = Plan.For(_catalogue, Inputs.AsOf);

    public Snapshot ReadJson(string path) => Read(new JsonSnapshotSource(path));

    public Snapshot ReadLines(string path) => Read(new NdjsonSnapshotSource(path));

    public Snapshot ReadCsv(string folder) => Read(new SpreadsheetSnapshotSource(folder, "nation"));

    /// <summary>Maps a column file; what it maps goes when nobody holds the snapshot any more.</summary>
    public Snapshot ReadColumns(string path) => Read(new ColumnFileSnapshotSource(path));

    /// <summary>Judges what was read into counts and a list; gives the counts.</summary>
    public Tally Judge(Snapshot snapshot)
    {
        OurEngine ours = new(_plan, snapshot);
        return ours.CountsAndList();
    }

    private Snapshot Read(ISnapshotSource source) => source.Read(_catalogue.Schema, new SnapshotOptions(), default).Value;
}
