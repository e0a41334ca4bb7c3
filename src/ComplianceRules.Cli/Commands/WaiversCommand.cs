using System.CommandLine;
using ComplianceRules.Cli.Usage;

namespace ComplianceRules.Cli.Commands;

/// <summary><c>waivers</c>: lists the waivers that reach a snapshot, and what somebody should look at in them.</summary>
internal static class WaiversCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "waivers";

    public static Command Create(Func<ParseResult, Session> open)
    {
        WaiversSyntax syntax = new();
        return RequestCommand.Of(syntax.ToCommand(Name), open, syntax.Read, EvaluateCommand.Run);
    }
}
