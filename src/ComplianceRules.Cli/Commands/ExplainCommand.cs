using System.CommandLine;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Usage;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Reports;

namespace ComplianceRules.Cli.Commands;

/// <summary><c>explain</c>: shows why one rule says of one row what it says.</summary>
internal static class ExplainCommand
{
    private const string Name = "explain";

    public static Command Create(Func<ParseResult, Session> open)
    {
        ExplainSyntax syntax = new();
        return RequestCommand.Of(syntax.ToCommand(Name), open, syntax.Read, Run);
    }

    private static ExitCode Run(ExplainRequest request, Session session)
    {
        EvaluateRequest asked = request.Data;
        LoadedPacks packs = LoadedPacks.Of(PackReader.ReadDirectory(asked.Packs));
        DiagnosticPrinter.Print(session.Terminal.Error, packs.Diagnostics, session);
        if (packs.Catalogue is not { } catalogue) return ExitCode.Packs;
        string[] problems = [.. RequestCheck.AgainstPacks(asked.Run with { Rules = [request.Rule] }, catalogue.Packs, session.Words)];
        if (problems.Length > 0) return UsageFault.Print(session, Name, problems);
        if (WaiverInput.Read(asked, catalogue, session) is not { } options) return ExitCode.Packs;
        asked = asked with { Run = options };
        request = request with { Data = asked };
        if (DataSources.Open(asked, catalogue.Schema, session) is not { } source) return ExitCode.Data;
        if (DataSources.Try(asked, () => DataRead.Of(source.Read(catalogue.Schema, asked.Reading, session.Cancellation)), session) is not { } data) return ExitCode.Data;
        if (data.Snapshot is not { } snapshot)
        {
            DiagnosticPrinter.Print(session.Terminal.Error, data.Problems, session);
            return Refuse(request, data, session);
        }

        DataNotices.Print(snapshot, session);
        string[] faults = [.. RequestCheck.AgainstData(asked, snapshot, session.Words)];
        if (faults.Length > 0) return UsageFault.Print(session, Name, faults);
        if (asked.IsStrict && DataNotices.RefuseStrictly(snapshot, session)) return Refuse(request, data, session);
        return asked.Previous is null ? Explain(request, catalogue, snapshot, session) : Compare(request, catalogue, snapshot, session);
    }

    /// <summary>Explains a rule on a row that stands beside an earlier one.</summary>
    private static ExitCode Compare(ExplainRequest request, Catalogue catalogue, Snapshot snapshot, Session session)
    {
        if (EarlierData.Read(request.Data, catalogue.Schema, snapshot, session) is not { } read) return ExitCode.Data;
        if (read.Snapshot is not { } earlier || (request.Data.IsStrict && DataNotices.RefuseStrictly(earlier, session))) return Refuse(request, read, session);
        EvaluateRequest beside = request.Data with { Run = request.Data.Run with { Previous = earlier } };
        return Explain(request with { Data = beside }, catalogue, snapshot, session);
    }

    /// <summary>Gives programs the problems where people would get nothing, in the place of the explanation.</summary>
    private static ExitCode Refuse(ExplainRequest request, DataRead data, Session session)
    {
        if (request.IsJson) DiagnosticJson.Write(data.Problems, session.Terminal.Output);
        return ExitCode.Data;
    }

    private static ExitCode Explain(ExplainRequest request, Catalogue catalogue, Snapshot snapshot, Session session)
    {
        DateOnly asOf = request.Data.AsOf ?? snapshot.Date ?? throw new InvalidOperationException("the day was not checked");
        Explanation explanation;
        try
        {
            explanation = Plan.For(catalogue, asOf).Explain(snapshot, request.Rule, request.Subject, request.Data.Run, session.Cancellation);
        }
        catch (ExplanationException error)
        {
            return UsageFault.Print(session, Name, session.Words.RefusalOf(error));
        }

        if (request.IsJson) JsonExplanationWriter.Write(explanation, session.Terminal.Output);
        else ExplanationPage.Write(explanation, session);
        return explanation.Finding.Verdict switch
        {
            Verdict.NonCompliant => ExitCode.Failed,
            Verdict.Undetermined => ExitCode.Undetermined,
            _ => ExitCode.Success,
        };
    }
}
