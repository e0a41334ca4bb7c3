using System.Diagnostics;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Packs;

namespace ComplianceRules.Benchmarks;

/// <summary>How long a province's packs take to be read, composed and proved, and what memory a county's pack takes: whole, in a process that does nothing else.</summary>
internal static class Composition
{
    private const int Counties = 1_000;
    private const int Rules = 100;

    /// <summary>Runs both: counties with rules of their own, and counties that change two parameters.</summary>
    /// <returns>0; 64 where there are arguments.</returns>
    public static int Run(string[] args)
    {
        if (args.Length > 0)
        {
            Console.Error.WriteLine("usage: compose");
            return 64;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Counties} counties, {Rules} rules of the nation"));
        Run("each county changes two parameters", haveRules: false);
        Run("and has as many rules of its own", haveRules: true);
        return 0;
    }

    private static void Run(string title, bool haveRules)
    {
        DirectoryInfo alone = Directory.CreateTempSubdirectory("compliance-rules-"), folder = Directory.CreateTempSubdirectory("compliance-rules-");
        try
        {
            MadeUpProvince.Write(alone.FullName, 0, Rules, haveRules);
            MadeUpProvince.Write(folder.FullName, Counties, Rules, haveRules);
            (_, _, long nation) = Load(alone.FullName);
            (TimeSpan read, TimeSpan check, long all) = Load(folder.FullName);
            string line = string.Create(CultureInfo.InvariantCulture, $"{title}: read {read.TotalSeconds:F2} s, check and prove {check.TotalSeconds:F2} s, {(all - nation) / Counties:N0} bytes a county kept");
            Console.WriteLine(line);
        }
        finally
        {
            alone.Delete(recursive: true);
            folder.Delete(recursive: true);
        }
    }

    private static (TimeSpan Read, TimeSpan Check, long Kept) Load(string folder)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        Stopwatch clock = Stopwatch.StartNew();
        PackSet packs = PackReader.ReadDirectory(folder).Value;
        TimeSpan read = clock.Elapsed;
        clock.Restart();
        Checked<Catalogue> catalogue = PackChecker.Check(packs);
        TimeSpan check = clock.Elapsed;
        if (!catalogue.IsValid) throw new InvalidOperationException(catalogue.Diagnostics.First(d => d.Severity == DiagnosticSeverity.Error).ToString());
        long kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(catalogue);
        return (read, check, kept);
    }
}
