using System.CommandLine;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Cli.Usage;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Interop;

namespace ComplianceRules.Cli.Commands;

/// <summary><c>export</c>: writes rules in the form of another engine.</summary>
internal static class ExportCommand
{
    private const string Name = "export";
    private const string RulesEngine = "rules-engine";

    public static Command Create(Func<ParseResult, Session> open)
    {
        MainArgument engine = new("engine");
        MainArgument path = new("packs");
        ValueOption pack = new("--pack", "id");
        ValueOption region = new("--region", "code");
        ValueOption asOf = new("--as-of", "date") { IsNeeded = true };
        ValueOption file = new("--out", "file") { IsNeeded = true };
        return RequestCommand.Of(new Command(Name) { engine, path, pack, region, asOf, file }, open, Read, Run);

        ExportRequest Read(OptionReader options, Words words)
        {
            string asked = options.Needed(engine);
            if (asked != RulesEngine) options.Refuse(words.Guess(words.NotAChoice($"<{engine.Name}>", asked, [RulesEngine]), NearestName.Of(asked, [RulesEngine])));
            ExportRequest request = new(options.Needed(path), options.Needed(file)) { Pack = options.Text(pack), Region = options.Region(region), AsOf = options.Date(asOf) ?? default };
            if (options.Text(pack) is null == options.Text(region) is null) options.Refuse(words.PackOrRegion);
            if (!OutputFile.IsPossible(request.Out) && !OutputFile.IsDevice(request.Out)) options.Refuse(words.NoFolderForOutput(request.Out));
            return request;
        }
    }

    private static ExitCode Run(ExportRequest request, Session session)
    {
        if (LoadedPacks.In(request.Packs, session) is not { } catalogue) return ExitCode.Packs;
        if (request.Pack is { } pack && catalogue.Packs.Find(pack) is null)
            return UsageFault.Print(session, Name, session.Words.Guess(session.Words.NoSuchPack(pack), NearestName.Of(pack, catalogue.Packs.Packs.Select(p => p.Id))));
        ExportedWorkflows exported = Exported(catalogue, request);
        DiagnosticPrinter.Print(session.Terminal.Error, exported.LeftOut, session);
        if (exported.RuleCount == 0)
        {
            session.Complain(session.Words.NothingExported);
            return ExitCode.Packs;
        }

        try
        {
            OutputFile.Write(request.Out, exported.Write);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            session.Complain(session.Words.CannotWrite(request.Out, session.Words.Of(error)));
            return ExitCode.Unexpected;
        }

        session.Terminal.Out.WriteLine(session.Words.Exported(exported.RuleCount, exported.Workflows.Length, exported.LeftOut.Length, Printable.Of(request.Out)));
        return exported.LeftOut.IsEmpty ? ExitCode.Success : ExitCode.Failed;
    }

    private static ExportedWorkflows Exported(Catalogue catalogue, ExportRequest request) =>
        request.Pack is { } pack ? WorkflowExport.OfPack(catalogue, pack, request.AsOf) : WorkflowExport.OfRegion(catalogue, request.Region!.Value, request.AsOf);
}
