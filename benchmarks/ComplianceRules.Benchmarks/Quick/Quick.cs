namespace ComplianceRules.Benchmarks;

/// <summary>The quick proof: all contenders by turns, the ratios of the table, in under two minutes.</summary>
internal static class Quick
{
    /// <summary>Runs it.</summary>
    /// <returns>0; 1 where contenders disagree; 64 where the arguments are none.</returns>
    public static int Run(string[] args)
    {
        if (QuickOptions.Read(args) is not { } options)
        {
            Console.Error.WriteLine("usage: quick [--schools N] [--rounds N, at least 7] [--json]");
            return 64;
        }

        try
        {
            QuickReport report = new(options);
            EvaluationRaces.Run(options, report);
            RegionRaces.Run(options, report);
            AggregateRaces.Run(options, report);
            ChangeRaces.Run(options, report);
            SingleSchoolRaces.Run(options, report);
            ReadingRaces.Run(options, report);
            Console.Out.Write(options.IsJson ? report.Json() : report.Text());
            return 0;
        }
        catch (UnfairException unfair)
        {
            Console.Error.WriteLine($"not a fair race: {unfair.Message}");
            return 1;
        }
    }
}
