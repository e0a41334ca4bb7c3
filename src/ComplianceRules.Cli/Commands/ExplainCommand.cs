using System.CommandLine;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Usage;
using ComplianceRules.Engine;
using ComplianceRules.Findings;
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
        if (LoadedPacks.In(request.Data.Packs, session) is not { } catalogue) return ExitCode.Packs;
        string[] problems = [.. RequestCheck.AgainstPacks(request.Data.Run with { Rules = [request.Rule] }, catalogue.Packs, session.Words)];
        if (problems.Length > 0) return UsageFault.Print(session, Name, problems);
        JudgedData data = JudgedData.Read(request.Data, catalogue, Name, session);
        return data.Snapshot is null ? Refuse(request, data, session) : Explain(request, catalogue, data, session);
    }

    /// <summary>Gives programs the problems where people would get nothing, in the place of the explanation.</summary>
    private static ExitCode Refuse(ExplainRequest request, JudgedData data, Session session)
    {
        if (request.IsJson && !data.Problems.IsEmpty) DiagnosticJson.Write(data.Problems, session.Terminal.Output);
        return data.Refused;
    }

    private static ExitCode Explain(ExplainRequest request, Catalogue catalogue, JudgedData data, Session session)
    {
        Explanation explanation;
        try
        {
            explanation = Plan.For(catalogue, data.AsOf).Explain(data.Snapshot!, request.Rule, request.Subject, data.Request.Run, session.Cancellation);
        }
        catch (ExplanationException error)
        {
            return UsageFault.Print(session, Name, session.Words.RefusalOf(error));
        }

        if (request.IsJson) JsonExplanationWriter.Write(explanation, session.Terminal.Output);
        else ExplanationPage.Write(explanation, catalogue.Schema, session);
        return explanation.Finding.Verdict switch
        {
            Verdict.NonCompliant => ExitCode.Failed,
            Verdict.Undetermined => ExitCode.Undetermined,
            _ => ExitCode.Success,
        };
    }
}
