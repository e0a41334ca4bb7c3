using System.Collections.Immutable;

namespace ComplianceRules.Cli.Completion;

/// <summary>What makes shells ask the tool itself what may stand where.</summary>
internal static class CompletionScripts
{
    private const string Prefix = "ComplianceRules.Cli.Completion.";

    /// <summary>The shells that there is a script for.</summary>
    public static ImmutableArray<string> Shells { get; } = ["bash", "zsh", "fish", "pwsh"];

    /// <summary>The script of a shell.</summary>
    /// <param name="shell">One of <see cref="Shells"/>.</param>
    public static string Of(string shell)
    {
        using Stream stream = typeof(CompletionScripts).Assembly.GetManifestResourceStream($"{Prefix}{shell}.txt")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
