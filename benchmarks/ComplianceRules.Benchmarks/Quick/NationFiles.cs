using ComplianceRules.Facts;

namespace ComplianceRules.Benchmarks;

/// <summary>A nation in files of every kind, in a temporary folder of their own.</summary>
internal sealed class NationFiles
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("compliance-rules-");

    public NationFiles(NationShape shape)
    {
        (Json, Shuffled, Nulls, Lines, Csv, Columns) = (Named("plain.json"), Named("shuffled.json"), Named("nulls.json"), Named("plain.ndjson"), Named("csv"), Named("plain.crcol"));
        Parallel.Invoke(
            () => Write(Json, shape, JsonNation.Write),
            () => Write(Shuffled, shape with { HasShuffledKeys = true }, JsonNation.Write),
            () => Write(Nulls, shape with { MissingPercent = 10 }, JsonNation.Write),
            () => Write(Lines, shape, JsonNation.WriteLines),
            () => CsvNation.Write(new MadeUpNation(shape), Directory.CreateDirectory(Csv).FullName),
            () => ColumnFileWriter.Write(ColumnSnapshot.Make(new MadeUpNation(shape), Inputs.Bench(BenchRules.Pack).Schema), Columns));
    }

    public string Json { get; }

    /// <summary>With the keys of each object in an order of their own.</summary>
    public string Shuffled { get; }

    /// <summary>With a tenth of the facts null.</summary>
    public string Nulls { get; }

    public string Lines { get; }

    /// <summary>A folder.</summary>
    public string Csv { get; }

    /// <summary>A column file, by the library's own writer.</summary>
    public string Columns { get; }

    /// <summary>Deletes the folder.</summary>
    public void Delete() => _folder.Delete(recursive: true);

    private string Named(string name) => Path.Combine(_folder.FullName, name);

    private static void Write(string path, NationShape shape, Action<MadeUpNation, Stream> write)
    {
        using FileStream file = File.Create(path);
        write(new MadeUpNation(shape), file);
    }
}
