using System.CommandLine;

namespace ComplianceRules.Cli.Usage;

/// <summary>The one thing that a command works on; it must be given, which <see cref="UsageCheck"/> sees to.</summary>
internal sealed class MainArgument : Argument<string?>
{
    public MainArgument(string name)
        : base(name) => Arity = ArgumentArity.ZeroOrOne;
}
