using System.CommandLine;

namespace ComplianceRules.Cli.Usage;

/// <summary>A word that may be left out.</summary>
internal sealed class OptionalArgument : Argument<string?>
{
    public OptionalArgument(string name)
        : base(name) => Arity = ArgumentArity.ZeroOrOne;
}
