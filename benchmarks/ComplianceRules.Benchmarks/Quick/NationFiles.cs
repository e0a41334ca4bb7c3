namespace ComplianceRules.Benchmarks;

/// <summary>A nation in files of every kind, in a temporary folder of their own.</summary>
internal sealed class NationFiles
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("compliance-rules-");

    public NationFiles(NationShape shape)
    {
        Json = File("plain.json", shape, JsonNation.Write);
        Shuffled = File("shuffled.json", shape with { HasShuffledKeys = true }, JsonNation.Write);
        Nulls = File("nulls.json", shape with { MissingPercent = 10 }, JsonNation.Write);
        Lines = File("plain.ndjson", shape, JsonNation.WriteLines);
        Csv = _folder.CreateSubdirectory("csv").FullName;
        CsvNation.Write(new MadeUpNation(shape), Csv);
    }

    public string Json { get; }

    /// <summary>With the keys of each object in an order of their own.</summary>
    public string Shuffled { get; }

    /// <summary>With a tenth of the facts null.</summary>
    public string Nulls { get; }

    public string Lines { get; }

    /// <summary>A folder.</summary>
    public string Csv { get; }

    /// <summary>Deletes the folder.</summary>
    public void Delete() => _folder.Delete(recursive: true);

    private string File(string name, NationShape shape, Action<MadeUpNation, Stream> write)
    {
        string path = Path.Combine(_folder.FullName, name);
        using FileStream file = System.IO.File.Create(path);
        write(new MadeUpNation(shape), file);
        return path;
    }
}
