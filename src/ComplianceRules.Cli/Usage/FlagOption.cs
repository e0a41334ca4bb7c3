using System.CommandLine;

namespace ComplianceRules.Cli.Usage;

/// <summary>An option that is there or not.</summary>
internal sealed class FlagOption : Option<bool>
{
    public FlagOption(string name, params string[] aliases)
        : base(name, aliases) => Arity = ArgumentArity.Zero;
}
