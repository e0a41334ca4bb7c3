namespace ComplianceRules.Benchmarks;

/// <summary>From a file to counts and a list of findings. Contenders judge what they read by the hand-written loop, so that reading is what differs.</summary>
internal sealed class ReadingTask
{
    private readonly OurReader _ours = new();
    private readonly Utf8JsonNation _utf8 = new();
    private readonly CsvParseNation _csv = new();
    private readonly HandList _list = new();

    public Tally Ours(string json) => _ours.Judge(_ours.ReadJson(json));

    public Tally OursOfLines(string lines) => _ours.Judge(_ours.ReadLines(lines));

    public Tally OursOfCsv(string folder) => _ours.Judge(_ours.ReadCsv(folder));

    public Tally OursOfColumns(string file) => _ours.Judge(_ours.ReadColumns(file));

    public Tally Utf8JsonReader(string json) => Judge(_utf8.Read(json));

    public Tally SystemTextJson(string json) => Judge(SystemTextJsonNation.Read(json));

    public Tally Newtonsoft(string json) => Judge(NewtonsoftNation.Read(json));

    public Tally CsvParse(string folder) => Judge(_csv.Read(folder));

    public Tally CsvRecords(string folder) => Judge(CsvRecordsNation.Read(folder));

    /// <summary>Holds that all come to the same counts from all files that have the same facts.</summary>
    /// <exception cref="UnfairException">They do not.</exception>
    public void Gate(NationFiles files)
    {
        new FairnessGate("all facts in files").With("ours", Ours(files.Json)).With("ours of shuffled keys", Ours(files.Shuffled)).With("ours of NDJSON", OursOfLines(files.Lines))
            .With("ours of CSV", OursOfCsv(files.Csv)).With("ours of columns", OursOfColumns(files.Columns)).With("Utf8JsonReader", Utf8JsonReader(files.Json)).With("Utf8JsonReader of shuffled keys", Utf8JsonReader(files.Shuffled))
            .With("System.Text.Json", SystemTextJson(files.Json)).With("Newtonsoft", Newtonsoft(files.Json))
            .With("CsvHelper Parse<T>", CsvParse(files.Csv)).With("CsvHelper GetRecords<T>", CsvRecords(files.Csv));
        new FairnessGate("a tenth of the facts null in files").With("ours", Ours(files.Nulls)).With("Utf8JsonReader", Utf8JsonReader(files.Nulls))
            .With("System.Text.Json", SystemTextJson(files.Nulls)).With("Newtonsoft", Newtonsoft(files.Nulls));
    }

    private Tally Judge(NationRows rows)
    {
        Hand3.List(rows, _list);
        return _list.Count(rows.Schools.Length, rows.Classes.Length);
    }
}
