using System.Collections.Immutable;
using System.CommandLine;
using ComplianceRules.Analysis;
using ComplianceRules.Cases;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Cli.Usage;
using ComplianceRules.Diagnostics;
using ComplianceRules.Reports;

namespace ComplianceRules.Cli.Commands;

/// <summary><c>stats</c>: what packs hold, counted.</summary>
internal static class StatsCommand
{
    private const string Name = "stats";
    private const string Table = "table";
    private const string Json = "json";

    public static Command Create(Func<ParseResult, Session> open)
    {
        MainArgument path = new("packs");
        ValueOption format = new("--format", $"{Table}|{Json}");
        return RequestCommand.Of(new Command(Name) { path, format }, open, Read, Run);

        (string Packs, bool IsJson) Read(OptionReader options, Words words) => (options.Needed(path), options.Choice(format, Table, Table, Json) == Json);
    }

    private static ExitCode Run((string Packs, bool IsJson) request, Session session)
    {
        if (LoadedPacks.In(request.Packs, session) is not { } catalogue) return ExitCode.Packs;
        Checked<ImmutableSortedDictionary<string, int>> cases = CaseRunner.Count(catalogue);
        DiagnosticPrinter.Print(session.Terminal.Error, cases.Diagnostics, session);
        if (!cases.IsValid) return ExitCode.Packs;
        PackStatistics statistics = PackStatistics.Of(catalogue, cases.Value);
        if (request.IsJson) JsonStatsWriter.Write(statistics, session.Terminal.Output);
        else new StatsTables(session.Words).Write(statistics, session.Terminal);
        return ExitCode.Success;
    }
}
