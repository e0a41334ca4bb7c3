namespace ComplianceRules.Cli.Usage;

/// <summary>Says on standard error what is wrong with the way the tool was called.</summary>
internal static class UsageFault
{
    /// <summary>Prints every problem, and where help is.</summary>
    /// <param name="session">The run.</param>
    /// <param name="command">The command's name; null for the tool itself.</param>
    /// <param name="problems">A sentence each.</param>
    public static ExitCode Print(Session session, string? command, params IEnumerable<string> problems)
    {
        foreach (string problem in problems) session.Complain(problem);
        session.Terminal.Error.WriteLine(session.Words.SeeHelp(command is null ? CommandLine.ToolName : $"{CommandLine.ToolName} {command}"));
        return ExitCode.Usage;
    }
}
