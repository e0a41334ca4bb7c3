using System.Collections.Immutable;
using ComplianceRules.Analysis;
using ComplianceRules.Reports;

namespace ComplianceRules.Cli.Output;

/// <summary>The formats of <c>whatif</c>.</summary>
internal static class WhatIfFormats
{
    public const string Table = "table";

    public const string Json = "json";

    private const string Csv = "csv";

    /// <summary>Every format's name, the default first.</summary>
    public static ImmutableArray<string> Names { get; } = [Table, Json, Csv];

    /// <summary>Writes a sweep; the stream stays open.</summary>
    public static void Write(string format, ParameterSweep sweep, Stream output, WhatIfTable table)
    {
        if (format == Json) JsonWhatIfWriter.Write(sweep, output);
        else if (format == Csv) WhatIfCsv.Write(sweep, output);
        else table.Write(sweep, output);
    }
}
