using System.Globalization;

namespace ComplianceRules.Benchmarks;

/// <summary>What the quick proof is to run.</summary>
internal sealed record QuickOptions
{
    private const int LeastRounds = 7;

    /// <summary>How many schools the small nation has; the large one has ten times as many.</summary>
    public int Schools { get; init; } = 20_000;

    public int Rounds { get; init; } = LeastRounds;

    public bool IsJson { get; init; }

    /// <summary>The options of arguments; null where they are none.</summary>
    public static QuickOptions? Read(ReadOnlySpan<string> args)
    {
        QuickOptions options = new();
        while (!args.IsEmpty)
        {
            (QuickOptions? next, int taken) = args switch
            {
                ["--json", ..] => (options with { IsJson = true }, 1),
                ["--schools", var text, ..] when Number(text) is >= 40 and <= 200_000 and int schools => (options with { Schools = schools }, 2),
                ["--rounds", var text, ..] when Number(text) is >= LeastRounds and <= 1_000 and int rounds => (options with { Rounds = rounds }, 2),
                _ => (null, 0),
            };
            if (next is null) return null;
            options = next;
            args = args[taken..];
        }

        return options;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
