using System.CommandLine;

namespace ComplianceRules.Cli.Usage;

/// <summary>An option with a value.</summary>
/// <remarks>It lets the parser pass whatever it meets: the parser's own complaints are English only, so <see cref="UsageCheck"/> and <see cref="OptionReader"/> complain instead.</remarks>
internal sealed class ValueOption : Option<string[]>
{
    public ValueOption(string name, string value)
        : base(name)
    {
        HelpName = value;
        Arity = ArgumentArity.ZeroOrMore;
    }

    /// <summary>Whether it may be given several times, with one value each time.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Whether the command cannot do without it.</summary>
    public bool IsNeeded { get; init; }
}
