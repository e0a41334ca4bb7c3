using System.CommandLine;
using ComplianceRules.Analysis;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Usage;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Packs;

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
        EvaluateRequest asked = call.Data;
        LoadedPacks packs = LoadedPacks.Of(PackReader.ReadDirectory(asked.Packs));
        DiagnosticPrinter.Print(session.Terminal.Error, packs.Diagnostics, session);
        if (packs.Catalogue is not { } catalogue) return ExitCode.Packs;
        string[] problems = [.. RequestCheck.AgainstPacks(asked.Run, catalogue.Packs, session.Words)];
        if (problems.Length > 0) return UsageFault.Print(session, Name, problems);
        JudgedData data = JudgedData.Read(asked, catalogue.Schema, Name, session);
        return data.Snapshot is null ? Refuse(data, session) : Sweep(call.Request with { Run = data.Request.Run }, catalogue, data, session);
    }

    private static ExitCode Sweep(WhatIfRequest request, Catalogue catalogue, JudgedData data, Session session)
    {
        DateOnly asOf = data.Request.AsOf ?? data.Snapshot!.Date ?? throw new InvalidOperationException("the day was not checked");
        Checked<ParameterSweep> sweep = WhatIf.Run(catalogue, asOf, data.Snapshot!, request, session.Cancellation);
        if (!sweep.IsValid)
        {
            DiagnosticPrinter.Print(session.Terminal.Error, sweep.Diagnostics, session);
            return ExitCode.Usage;
        }

        TableStyle style = new(session.Terminal.Width, session.Terminal.Colours && data.Request.Out is null, ListsAll: true);
        bool isWritten = ResultOutput.TryWrite(data.Request.Out, session, output => WhatIfFormats.Write(data.Request.Format, sweep.Value, output, new WhatIfTable(session.Words, style)));
        return isWritten ? ExitCode.Success : ExitCode.Unexpected;
    }

    /// <summary>Gives programs the problems where people would get nothing, in the place of the counts.</summary>
    private static ExitCode Refuse(JudgedData data, Session session)
    {
        if (data.Request.Format == WhatIfFormats.Json && data.Refused == ExitCode.Data)
            ResultOutput.TryWrite(data.Request.Out, session, output => DiagnosticJson.Write(data.Problems, output));
        return data.Refused;
    }
}
