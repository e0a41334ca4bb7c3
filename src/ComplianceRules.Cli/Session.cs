using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Progress;
using ComplianceRules.Cli.Texts;

namespace ComplianceRules.Cli;

/// <summary>What one run of the tool works with.</summary>
/// <param name="Terminal">Where it writes.</param>
/// <param name="Words">The texts, in the language asked for.</param>
/// <param name="Cancellation">Stops it.</param>
internal sealed record Session(Terminal Terminal, Words Words, CancellationToken Cancellation)
{
    /// <summary>How much is said beside results.</summary>
    public Verbosity Verbosity { get; init; }

    /// <summary>Shows how far long work is.</summary>
    public required WorkWatch Watch { get; init; }

    /// <summary>For what is no result and no error: nobody reads it where the tool is to be quiet.</summary>
    public TextWriter Notices => Verbosity == Verbosity.Quiet ? TextWriter.Null : Terminal.Error;

    /// <summary>A line on standard error, under the tool's name: what went wrong.</summary>
    public void Complain(string text) => Terminal.Error.WriteLine($"{Ink.Paint(CommandLine.ToolName, Ink.Error, Terminal.ErrorColours)}: {Printable.Of(text)}");

    /// <summary>The same of what is good to know.</summary>
    public void Notice(string text) => Notices.WriteLine($"{CommandLine.ToolName}: {Printable.Of(text)}");

    /// <summary>The same of what was done, for those who ask for it.</summary>
    public void Detail(string text)
    {
        if (Verbosity == Verbosity.Verbose) Notice(text);
    }
}
