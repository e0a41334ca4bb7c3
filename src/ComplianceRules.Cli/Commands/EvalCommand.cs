using System.CommandLine;
using ComplianceRules.Cli.Usage;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;

namespace ComplianceRules.Cli.Commands;

/// <summary><c>eval</c>: tries an expression on facts alone, without packs.</summary>
internal static class EvalCommand
{
    private const string Name = "eval";
    private const string NameOfInput = "facts.json";

    public static Command Create(Func<ParseResult, Session> open)
    {
        EvalSyntax syntax = new();
        return RequestCommand.Of(syntax.ToCommand(Name), open, syntax.Read, Run);
    }

    private static ExitCode Run(EvalRequest request, Session session)
    {
        string? path = request.Batch ?? request.Facts;
        try
        {
            using Stream? input = path is null ? null : path == DataInput.StandardInput ? session.Terminal.Input : UnreadableInputException.Guard(() => Open(path));
            if (request.Batch is not null) return new EvalBatch(input!, request.AsOf, session).Run();
            return EvalPrinter.Print(Try(request, input), session);
        }
        catch (UnreadableInputException error)
        {
            session.Complain(session.Words.CannotRead(path!, error.InnerException!));
            return ExitCode.Data;
        }
    }

    // An empty name is a variable of a shell that was not set: no file, and no fault of ours.
    private static FileStream Open(string path) => path.Length > 0 ? File.OpenRead(path) : throw new FileNotFoundException();

    private static TrialResult Try(EvalRequest request, Stream? facts)
    {
        if (facts is null) return ExpressionTrial.Run(request.Expression!, TrialFacts.None, request.AsOf);
        string name = request.Facts == DataInput.StandardInput ? NameOfInput : request.Facts!;
        return ExpressionTrial.Run(request.Expression!, new SourceFile(name, BoundedInput.ReadAll(facts)), request.AsOf);
    }
}
