using System.CommandLine;

namespace ComplianceRules.Cli.Usage;

/// <summary>An expression, which may be left out and may begin with a minus sign.</summary>
internal sealed class ExpressionArgument : Argument<string?>
{
    public ExpressionArgument(string name)
        : base(name) => Arity = ArgumentArity.ZeroOrOne;

    /// <summary>Whether a text can only be the name of an option: two hyphens and a letter.</summary>
    public static bool IsOptionName(string text) => text.Length > 2 && text.StartsWith("--", StringComparison.Ordinal) && char.IsAsciiLetter(text[2]);
}
