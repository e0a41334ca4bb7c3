using BenchmarkDotNet.Attributes;
using ComplianceRules.Facts;

namespace ComplianceRules.Benchmarks;

/// <summary>From a file to counts, by the library and by the readers that others would take.</summary>
[MemoryDiagnoser]
public class ReaderBenchmarks
{
    private readonly ReadingTask _task = new();
    private readonly OurReader _reader = new();
    private NationFiles _files = null!;

    /// <summary>How many schools, eighteen classes each.</summary>
    [Params(20_000)]
    public int Schools { get; set; }

    /// <summary>Writes the files, and holds that all come to the same counts.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _files = new NationFiles(new NationShape { Schools = Schools, Regions = Math.Max(1, Schools / 200) });
        _task.Gate(_files);
    }

    /// <summary>Deletes the files.</summary>
    [GlobalCleanup]
    public void CleanUp() => _files.Delete();

    /// <summary>The library reads JSON and judges nothing; gives how many classes.</summary>
    [Benchmark]
    public int ReadJson() => _reader.ReadJson(_files.Json).Table(BaseTables.Class).Count;

    /// <summary>The library reads NDJSON and judges nothing; gives how many classes.</summary>
    [Benchmark]
    public int ReadLines() => _reader.ReadLines(_files.Lines).Table(BaseTables.Class).Count;

    /// <summary>The library reads CSV and judges nothing; gives how many classes.</summary>
    [Benchmark]
    public int ReadCsv() => _reader.ReadCsv(_files.Csv).Table(BaseTables.Class).Count;

    /// <summary>The library, JSON; gives how many verdicts. So do all below.</summary>
    [Benchmark(Baseline = true)]
    public long Json() => _task.Ours(_files.Json).Sum.Total;

    /// <summary>The library, JSON with shuffled keys.</summary>
    [Benchmark]
    public long JsonShuffled() => _task.Ours(_files.Shuffled).Sum.Total;

    /// <summary>The library, JSON with a tenth of the facts null.</summary>
    [Benchmark]
    public long JsonNulls() => _task.Ours(_files.Nulls).Sum.Total;

    /// <summary>The library, NDJSON.</summary>
    [Benchmark]
    public long Lines() => _task.OursOfLines(_files.Lines).Sum.Total;

    /// <summary>The library, CSV.</summary>
    [Benchmark]
    public long Csv() => _task.OursOfCsv(_files.Csv).Sum.Total;

    /// <summary>A <c>Utf8JsonReader</c> by hand.</summary>
    [Benchmark]
    public long Utf8JsonReader() => _task.Utf8JsonReader(_files.Json).Sum.Total;

    /// <summary>A <c>Utf8JsonReader</c> by hand, shuffled keys.</summary>
    [Benchmark]
    public long Utf8JsonReaderShuffled() => _task.Utf8JsonReader(_files.Shuffled).Sum.Total;

    /// <summary>System.Text.Json with generated code.</summary>
    [Benchmark]
    public long SystemTextJson() => _task.SystemTextJson(_files.Json).Sum.Total;

    /// <summary>Newtonsoft.Json.</summary>
    [Benchmark]
    public long Newtonsoft() => _task.Newtonsoft(_files.Json).Sum.Total;

    /// <summary>CsvHelper, field by field.</summary>
    [Benchmark]
    public long CsvHelperParse() => _task.CsvParse(_files.Csv).Sum.Total;

    /// <summary>CsvHelper, an object a record.</summary>
    [Benchmark]
    public long CsvHelperRecords() => _task.CsvRecords(_files.Csv).Sum.Total;
}
