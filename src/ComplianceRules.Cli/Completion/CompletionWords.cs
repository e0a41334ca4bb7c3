using System.Collections.Immutable;

namespace ComplianceRules.Cli.Completion;

/// <summary>A command line that is being typed, as a shell hands it over.</summary>
/// <remarks>Immutable. Bash hands an equals sign over as a word of its own, other shells within a word: both read the same.</remarks>
internal sealed class CompletionWords
{
    /// <summary>The word that asks for completion; it stands in the scripts alone.</summary>
    public const string Request = "__complete";

    private const string EqualsSign = "=";

    private CompletionWords(ImmutableArray<string> before, string current, string prefix) => (Before, Current, Prefix) = (before, current, prefix);

    /// <summary>The words before the one that is being typed.</summary>
    public ImmutableArray<string> Before { get; }

    /// <summary>What there is of the word so far.</summary>
    public string Current { get; }

    /// <summary>What stands before it in the same word, and before what the shell is given.</summary>
    public string Prefix { get; }

    /// <summary>Reads the words after the tool's name; null where no completion is asked for.</summary>
    public static CompletionWords? Of(IReadOnlyList<string> arguments)
    {
        if (arguments is not [Request, ..]) return null;
        string[] typed = [.. arguments.Skip(1)];
        string current = typed is [.., string last] ? last : string.Empty;
        List<string> before = [.. typed.SkipLast(1)];
        if (current == EqualsSign) current = string.Empty;
        if (before is [.., EqualsSign]) before.RemoveAt(before.Count - 1);
        int equals = current.StartsWith("--", StringComparison.Ordinal) ? current.IndexOf('=', StringComparison.Ordinal) : -1;
        if (equals < 0) return new CompletionWords([.. before.Where(w => w != EqualsSign)], current, string.Empty);
        return new CompletionWords([.. before.Where(w => w != EqualsSign), current[..equals]], current[(equals + 1)..], current[..(equals + 1)]);
    }
}
