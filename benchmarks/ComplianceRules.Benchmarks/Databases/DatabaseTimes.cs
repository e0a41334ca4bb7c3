using System.Diagnostics;
using System.Globalization;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Spreadsheets;
using ComplianceRules.Sql;

namespace ComplianceRules.Benchmarks;

/// <summary>The time from the question to counts and to findings over a nation, in process and in databases, one after the other in one run.</summary>
internal static class DatabaseTimes
{
    private const string Usage = "usage: databases [--schools N] [--rules N | --regions] [--repeat N] [--postgresql CONNECTION[|CONNECTION…]]… [--clickhouse URL[|URL…]]… [--duckdb]";

    /// <summary>Measures.</summary>
    /// <returns>0; 64 where the arguments are none.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        if (Read(args) is not { } asked)
        {
            await Console.Error.WriteLineAsync(Usage);
            return 64;
        }

        DirectoryInfo folder = Directory.CreateTempSubdirectory("compliance-rules-");
        try
        {
            await MeasureAsync(asked, folder.FullName);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (int Schools, int? Rules, int Repeat, List<Func<string, DatabaseRoad>> Roads)? Read(string[] args)
    {
        (int schools, int? rules, int repeat) = (200_000, BenchRules.All.Length, 3);
        List<Func<string, DatabaseRoad>> roads = [folder => new SqliteRoad(folder)];
        for (int i = 0; i < args.Length; i++)
        {
            string? value = i + 1 < args.Length ? args[i + 1] : null;
            switch (args[i])
            {
                case "--duckdb": roads.Add(folder => new DuckDbRoad(folder)); continue;
                case "--schools" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out schools) && schools is > 0 and <= 1_000_000: break;
                case "--regions": rules = null; continue;
                case "--rules" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int some) && some > 0 && some <= BenchRules.All.Length: rules = some; break;
                case "--repeat" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out repeat) && repeat is > 0 and < 100: break;
                case "--postgresql" when value is not null: roads.Add(_ => new PostgreSqlRoad(value.Split('|'))); break;
                case "--clickhouse" when value is not null: roads.Add(_ => new ClickHouseRoad(value.Split('|'))); break;
                default: return null;
            }

            i++;
        }

        return (schools, rules, repeat, roads);
    }

    private static async Task MeasureAsync((int Schools, int? Rules, int Repeat, List<Func<string, DatabaseRoad>> Roads) asked, string folder)
    {
        MadeUpNation nation = new(new NationShape { Schools = asked.Schools, Regions = Math.Max(1, asked.Schools / 200), MissingPercent = 1 });
        string whole = Path.Combine(folder, "whole");
        CsvNation.Write(nation, whole);
        Catalogue catalogue = Inputs.Bench(asked.Rules is null ? "bench-counties" : BenchRules.Pack);
        Plan plan = Plan.For(catalogue, Inputs.AsOf);
        RunOptions run = new() { Rules = [.. BenchRules.All.Take(asked.Rules ?? 0)] };
        Snapshot snapshot = ColumnSnapshot.Make(nation, catalogue.Schema);
        VerdictCounts expected = VerdictCounts.None;
        double count = await FastestAsync(asked.Repeat, () =>
        {
            using Judgement judged = plan.Judge(snapshot, run);
            expected = Enumerable.Range(0, judged.Rules.Length).Aggregate(VerdictCounts.None, (sum, r) => sum.Plus(judged.CountsOf(r)));
            return Task.CompletedTask;
        });
        double find = await FastestAsync(asked.Repeat, () => Task.FromResult(plan.Run(snapshot, run with { EachRow = true }).Findings.Count(f => f.Verdict is Verdict.NonCompliant or Verdict.Undetermined)));
        double read = await FastestAsync(1, () => Task.FromResult(new SpreadsheetSnapshotSource(whole, "nation").Read(catalogue.Schema, new SnapshotOptions(), CancellationToken.None).Value));
        Console.WriteLine($"{asked.Schools} schools, {nation.Shape.Classes} classes, {asked.Rules ?? catalogue.Packs.Packs.Sum(p => p.Rules.Length)} rules, {expected}");
        Console.WriteLine("| | load s | counts s | findings s | counts, ratio | findings, ratio |");
        Console.WriteLine("|---|---|---|---|---|---|");
        (double Count, double Find) inProcess = (count + read, find + read);
        Line("in process, files read first", read, inProcess.Count, inProcess.Find, inProcess);
        Line("in process, facts in memory", 0, count, find, inProcess);
        foreach (Func<string, DatabaseRoad> make in asked.Roads) await MeasureAsync(make, catalogue, (whole, folder), (run, asked.Repeat, expected), inProcess);
    }

    private static async Task MeasureAsync(Func<string, DatabaseRoad> make, Catalogue catalogue, (string Whole, string Folder) files, (RunOptions Run, int Repeat, VerdictCounts Expected) asked, (double Count, double Find) inProcess)
    {
        await using DatabaseRoad road = make(files.Folder);
        string[] shares = road.Nodes == 1 ? [files.Whole] : Shares(files.Whole, files.Folder, road.Nodes);
        double load = await FastestAsync(1, async () =>
        {
            for (int node = 0; node < road.Nodes; node++) await road.LoadAsync(catalogue.Schema, node, shares[node]);
        });
        SqlPlan plan = SqlPlan.For(catalogue, Inputs.AsOf, road.Dialect);
        SqlOptions options = new() { Rules = asked.Run.Rules };
        double count = await FastestAsync(asked.Repeat, async () =>
        {
            SqlCounts counts = (await road.CountAsync(plan, options)).Value;
            VerdictCounts all = counts.Counts.Aggregate(VerdictCounts.None, (sum, c) => sum.Plus(c.Counts));
            if (all != asked.Expected || counts.SchoolsInProcess > 0) throw new InvalidOperationException($"{road.Name} counts {all}, not {asked.Expected}; left out {counts.LeftOut.Length}, schools in process {counts.SchoolsInProcess}");
        });
        double find = await FastestAsync(asked.Repeat, async () =>
        {
            long found = 0;
            await road.FindAsync(plan, options, _ =>
            {
                found++;
                return ValueTask.CompletedTask;
            });
            if (found != asked.Expected.NonCompliant + asked.Expected.Undetermined) throw new InvalidOperationException($"{road.Name} finds {found}");
        });
        Line(road.Name, load, count, find, inProcess);
    }

    // By the hash of the school's id, as merged parts are.
    private static string[] Shares(string whole, string folder, int nodes)
    {
        string[] shares = [.. Enumerable.Range(0, nodes).Select(n => Path.Combine(folder, $"share-{n}-of-{nodes}"))];
        SchoolShard[] places = [.. Enumerable.Range(1, nodes).Select(n => new SchoolShard(n, nodes))];
        string[] snapshot = File.ReadAllLines(Path.Combine(whole, "snapshot.csv"));
        foreach (string share in shares)
        {
            Directory.CreateDirectory(share);
            File.WriteAllLines(Path.Combine(share, "snapshot.csv"), share == shares[0] ? snapshot : snapshot[..1]);
        }

        foreach ((string table, string key) in ((string, string)[])[("school", "id"), ("class", "school")])
        {
            StreamWriter[] parts = [.. shares.Select(s => new StreamWriter(Path.Combine(s, $"{table}.csv")))];
            int column = -1;
            foreach (string line in File.ReadLines(Path.Combine(whole, $"{table}.csv")))
            {
                if (column >= 0)
                {
                    parts[Array.FindIndex(places, p => p.Has(line.Split(',')[column]))].WriteLine(line);
                    continue;
                }

                column = Array.IndexOf(line.Split(','), key);
                foreach (StreamWriter part in parts) part.WriteLine(line);
            }

            foreach (StreamWriter part in parts) part.Dispose();
        }

        return shares;
    }

    private static async Task<double> FastestAsync(int repeat, Func<Task> work)
    {
        double fastest = double.MaxValue;
        for (int i = 0; i < repeat; i++)
        {
            long began = Stopwatch.GetTimestamp();
            await work();
            fastest = Math.Min(fastest, Stopwatch.GetElapsedTime(began).TotalSeconds);
        }

        return fastest;
    }

    private static void Line(string name, double load, double count, double find, (double Count, double Find) inProcess) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {load:0.0} | {count:0.000} | {find:0.00} | {count / inProcess.Count:0.00} | {find / inProcess.Find:0.00} |"));
}
