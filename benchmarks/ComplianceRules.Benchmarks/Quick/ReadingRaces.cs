namespace ComplianceRules.Benchmarks;

/// <summary>The races of reading: JSON with keys in order and shuffled, with nulls, and CSV.</summary>
internal static class ReadingRaces
{
    public static void Run(QuickOptions options, QuickReport report)
    {
        NationFiles files = new(new NationShape { Schools = options.Schools, Regions = Math.Max(1, options.Schools / 200) });
        try
        {
            Run(options, report, files);
        }
        finally
        {
            files.Delete();
        }
    }

    private static void Run(QuickOptions options, QuickReport report, NationFiles files)
    {
        ReadingTask task = new();
        task.Gate(files);
        Race race = new(options.Rounds);
        double[] json = Report(race, report, "JSON file to assessment", files.Json,
            new("ours", () => task.Ours(files.Json)), new("Utf8JsonReader by hand", () => task.Utf8JsonReader(files.Json)),
            new("System.Text.Json generated", () => task.SystemTextJson(files.Json)), new("Newtonsoft", () => task.Newtonsoft(files.Json)));
        report.Ratio("json_vs_utf8jsonreader", json[1] / json[0]);
        report.Ratio("json_vs_systemtextjson", json[2] / json[0]);
        report.Ratio("json_vs_newtonsoft", json[3] / json[0]);
        double[] other = Report(race, report, "JSON file to assessment, shuffled keys and a tenth null", files.Shuffled,
            new("ours, shuffled", () => task.Ours(files.Shuffled)), new("Utf8JsonReader, shuffled", () => task.Utf8JsonReader(files.Shuffled)),
            new("ours, a tenth null", () => task.Ours(files.Nulls)));
        report.Ratio("json_shuffled_vs_utf8jsonreader", other[1] / other[0]);
        report.Ratio("json_nulls_within_plain", other[2] / json[0]);
        double[] csv = Report(race, report, "CSV files to assessment", Path.Combine(files.Csv, "class.csv"),
            new("ours", () => task.OursOfCsv(files.Csv)), new("CsvHelper Parse<T>", () => task.CsvParse(files.Csv)), new("CsvHelper GetRecords<T>", () => task.CsvRecords(files.Csv)));
        report.Ratio("csv_vs_parse", csv[1] / csv[0]);
        report.Ratio("csv_vs_getrecords", csv[2] / csv[0]);
        ulong sum = 0;
        double[] columns = Report(race, report, "column file to assessment", files.Columns,
            new("ours", () => task.OursOfColumns(files.Columns)), new("memory sum of the mapped file", () => sum += MemorySum.OfFile(files.Columns)));
        report.Ratio("columnfile_within_memory", columns[0] / columns[1]);
        GC.KeepAlive(sum);
    }

    private static double[] Report(Race race, QuickReport report, string task, string file, params ReadOnlySpan<Contender> contenders)
    {
        double[] times = race.Run(contenders);
        report.Add($"{task}, {new FileInfo(file).Length / 1_000_000} MB", contenders, times, 0);
        return times;
    }
}
