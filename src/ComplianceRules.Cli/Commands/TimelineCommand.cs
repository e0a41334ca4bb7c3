using System.Collections.Immutable;
using System.CommandLine;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Cli.Usage;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Reports;

namespace ComplianceRules.Cli.Commands;

/// <summary><c>timeline</c>: how rules and their limits developed, and when they change next.</summary>
internal static class TimelineCommand
{
    private const string Name = "timeline";
    private const string Text = "text";
    private const string Json = "json";

    public static Command Create(Func<ParseResult, Session> open)
    {
        MainArgument path = new("packs");
        ValueOption region = new("--region", "code");
        ValueOption rule = new("--rule", "id") { IsRepeatable = true };
        ValueOption asOf = new("--as-of", "date");
        ValueOption format = new("--format", $"{Text}|{Json}");
        return RequestCommand.Of(new Command(Name) { path, region, rule, asOf, format }, open, Read, Run);

        TimelineRequest Read(OptionReader options, Words words) => new(
            options.Needed(path), new RunOptions { Only = options.Region(region), Rules = options.All(rule) }, options.Date(asOf), options.Choice(format, Text, Text, Json) == Json);
    }

    private static ExitCode Run(TimelineRequest request, Session session)
    {
        LoadedPacks packs = LoadedPacks.In(new PackPath(request.Packs), null, session);
        DiagnosticPrinter.Print(session.Terminal.Error, packs.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error), session);
        if (packs.Catalogue is not { } catalogue) return ExitCode.Packs;
        string[] problems = [.. RequestCheck.AgainstPacks(request.Rules, catalogue.Packs, session.Words)];
        if (problems.Length > 0) return UsageFault.Print(session, Name, problems);
        ImmutableArray<RuleTimeline> timelines = RuleTimeline.Of(catalogue, request.Rules.Only, request.Rules.Rules);
        if (request.IsJson) JsonTimelineWriter.Write(timelines, request.AsOf, session.Terminal.Output);
        else Print(timelines, request.AsOf, catalogue.Schema, session);
        return ExitCode.Success;
    }

    private static void Print(ImmutableArray<RuleTimeline> timelines, DateOnly? asOf, FactSchema schema, Session session)
    {
        using Page page = new(session.Terminal.Out, session.Terminal.Width, session.Terminal.Colours);
        if (timelines.IsEmpty) page.Line(session.Words.NoRuleThere);
        TimelineLines lines = new(page, session.Words, asOf, schema);
        foreach (RuleTimeline timeline in timelines) lines.Draw(timeline);
    }
}
