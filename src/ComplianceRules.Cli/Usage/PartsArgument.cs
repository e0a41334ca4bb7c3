using System.CommandLine;

namespace ComplianceRules.Cli.Usage;

/// <summary>The things that a command works on, one or more, which <see cref="UsageCheck"/> sees to.</summary>
internal sealed class PartsArgument : Argument<string[]>
{
    public PartsArgument(string name)
        : base(name) => Arity = ArgumentArity.ZeroOrMore;
}
