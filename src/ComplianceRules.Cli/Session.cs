using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Texts;

namespace ComplianceRules.Cli;

/// <summary>What one run of the tool works with.</summary>
/// <param name="Terminal">Where it writes.</param>
/// <param name="Words">The texts, in the language asked for.</param>
/// <param name="Cancellation">Stops it.</param>
internal sealed record Session(Terminal Terminal, Words Words, CancellationToken Cancellation)
{
    /// <summary>A line on standard error, under the tool's name.</summary>
    public void Complain(string text) => Terminal.Error.WriteLine($"{CommandLine.ToolName}: {Printable.Of(text)}");
}
