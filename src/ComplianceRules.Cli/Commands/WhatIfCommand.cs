using System.CommandLine;
using ComplianceRules.Analysis;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Progress;
using ComplianceRules.Cli.Usage;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;

namespace ComplianceRules.Cli.Commands;

/// <summary><c>whatif</c>: tries values of a parameter on a snapshot.</summary>
internal static class WhatIfCommand
{
    private const string Name = "whatif";

    public static Command Create(Func<ParseResult, Session> open)
    {
        WhatIfSyntax syntax = new();
        return RequestCommand.Of(syntax.ToCommand(Name), open, syntax.Read, Run);
    }

    private static ExitCode Run(WhatIfCall call, Session session)
    {
        if (LoadedPacks.In(call.Data.Packs, session) is not { } catalogue) return ExitCode.Packs;
        JudgedData data = JudgedData.Read(call.Data, catalogue, Name, session);
        return data.Snapshot is null ? Refuse(data, session) : Sweep(call.Request with { Run = data.Request.Run }, catalogue, data, session);
    }

    private static ExitCode Sweep(WhatIfRequest request, Catalogue catalogue, JudgedData data, Session session)
    {
        Checked<ParameterSweep> sweep = Watched(request, catalogue, data, session);
        if (!sweep.IsValid)
        {
            DiagnosticPrinter.Print(session.Terminal.Error, sweep.Diagnostics, session);
            return ExitCode.Usage;
        }

        if (sweep.Value.Rules.All(r => r.Now.Total == 0)) session.Notice(session.Words.NothingJudged);
        TableStyle style = new(session.Terminal.Width, session.Terminal.Colours && data.Request.Out is null, ListsAll: true);
        bool isWritten = ResultOutput.TryWrite(data.Request.Out, session, output => WhatIfFormats.Write(data.Request.Format, sweep.Value, output, new WhatIfTable(session.Words, style, catalogue.Schema)));
        return isWritten ? ExitCode.Success : ExitCode.Unexpected;
    }

    private static Checked<ParameterSweep> Watched(WhatIfRequest request, Catalogue catalogue, JudgedData data, Session session)
    {
        using WorkStep step = session.Watch.Begin(session.Words.TryingValues(request.Parameter), WorkUnit.Rows);
        return WhatIf.Run(catalogue, data.AsOf, data.Snapshot!, request with { Run = request.Run with { Progress = step } }, session.Cancellation);
    }

    /// <summary>Gives programs the problems where people would get nothing, in the place of the counts.</summary>
    private static ExitCode Refuse(JudgedData data, Session session)
    {
        if (data.Request.Format == WhatIfFormats.Json && !data.Problems.IsEmpty)
            ResultOutput.TryWrite(data.Request.Out, session, output => DiagnosticJson.Write(data.Problems, output));
        return data.Refused;
    }
}
