namespace ComplianceRules.Benchmarks;

/// <summary>The verb that writes a made-up nation into files.</summary>
internal static class Generate
{
    /// <summary>Runs it.</summary>
    /// <returns>0; 64 where the arguments are none.</returns>
    public static int Run(string[] args)
    {
        if (GenerateOptions.Read(args) is not { } options) return Refuse(GenerateOptions.Usage);
        MadeUpNation nation;
        try
        {
            nation = new MadeUpNation(options.Shape);
        }
        catch (ArgumentException wrong)
        {
            return Refuse(wrong.Message);
        }

        if (options.Format == "csv") CsvNation.Write(nation, options.Out);
        else WriteFile(nation, options);
        return 0;
    }

    private static void WriteFile(MadeUpNation nation, GenerateOptions options)
    {
        using FileStream file = File.Create(options.Out);
        if (options.Format == "json") JsonNation.Write(nation, file);
        else JsonNation.WriteLines(nation, file);
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return 64;
    }
}
