using System.Collections.Immutable;
using System.CommandLine;
using ComplianceRules.Analysis;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Usage;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Cli.Commands;

/// <summary><c>compare</c>: says what became of the findings of an assessment until a later one.</summary>
internal static class CompareCommand
{
    private const string Name = "compare";

    public static Command Create(Func<ParseResult, Session> open)
    {
        CompareSyntax syntax = new();
        return RequestCommand.Of(syntax.ToCommand(Name), open, syntax.Read, Run);
    }

    private static ExitCode Run(CompareRequest request, Session session)
    {
        RecordedAssessment? before = AssessmentInput.Read(request.Before, session, out ImmutableArray<Diagnostic> old);
        RecordedAssessment? after = AssessmentInput.Read(request.After, session, out ImmutableArray<Diagnostic> now);
        if (before is null || after is null) return Refuse(request, [.. old, .. now], session);
        AssessmentComparison comparison = AssessmentComparison.Between(before, after, session.Cancellation);
        TableStyle style = new(session.Terminal.Width, session.Terminal.Colours && request.Out is null, request.ListsAll);
        bool isWritten = ResultOutput.TryWrite(request.Out, session, output => ComparisonFormats.Write(request.Format, comparison, output, (session.Words, style)));
        if (!isWritten) return ExitCode.Unexpected;
        return request.FailOn is { } least && comparison.HasRisen(least) ? ExitCode.Failed : ExitCode.Success;
    }

    /// <summary>Gives programs the problems where people would get nothing, in the place of the comparison.</summary>
    private static ExitCode Refuse(CompareRequest request, ImmutableArray<Diagnostic> problems, Session session)
    {
        if (request.Format == ComparisonFormats.Json && !problems.IsEmpty) ResultOutput.TryWrite(request.Out, session, output => DiagnosticJson.Write(problems, output));
        return ExitCode.Data;
    }
}
