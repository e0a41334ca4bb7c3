using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using ComplianceRules.Cli.Commands;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;

namespace ComplianceRules.Cli.Usage;

/// <summary>Reads the values of a command's options and gathers what is wrong with them.</summary>
/// <remarks>For one thread. What is wrong reads as if it were not given.</remarks>
internal sealed class OptionReader(ParseResult parse, Words words)
{
    private const int LongestDays = 5;
    private const int LongestCount = 9;

    private readonly List<string> _problems = [];

    /// <summary>The texts, in the language asked for.</summary>
    public Words Words { get; } = words;

    /// <summary>What was wrong so far, a sentence each.</summary>
    public IReadOnlyList<string> Problems => _problems;

    public bool Flag(FlagOption option) => parse.GetValue(option);

    public ImmutableArray<string> All(ValueOption option) => [.. parse.GetResult(option)?.Tokens.Select(t => t.Value) ?? []];

    public string? Text(ValueOption option) => All(option) is [string first, ..] ? first : null;

    /// <summary>The file that an option names to write to; null for standard output, be it that a hyphen stands for it or that nothing is named.</summary>
    public string? Output(ValueOption option) => Text(option) is { } path && path != DataInput.StandardOutput ? path : null;

    /// <summary>The value of an option that <see cref="UsageCheck"/> has seen.</summary>
    public string Needed(ValueOption option) => Text(option) ?? throw new InvalidOperationException($"{option.Name} was not checked");

    public string? Text(ExpressionArgument argument) => parse.GetValue(argument);

    /// <summary>The argument that <see cref="UsageCheck"/> has seen.</summary>
    public string Needed(MainArgument argument) => parse.GetValue(argument) ?? throw new InvalidOperationException($"{argument.Name} was not checked");

    /// <summary>The arguments that <see cref="UsageCheck"/> has seen.</summary>
    public ImmutableArray<string> Needed(PartsArgument argument) => [.. parse.GetValue(argument) ?? throw new InvalidOperationException($"{argument.Name} was not checked")];

    public string Choice(ValueOption option, string fallback, params IEnumerable<string> choices)
    {
        string[] known = [.. choices];
        if (Text(option) is not { } text) return fallback;
        if (known.Contains(text, StringComparer.Ordinal)) return text;
        _problems.Add(Words.Guess(Words.NotAChoice(option.Name, text, known), NearestName.Of(text, known)));
        return fallback;
    }

    public DateOnly? Date(ValueOption option)
    {
        if (Text(option) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)) return date;
        _problems.Add(Words.NotADate(option.Name, text));
        return null;
    }

    /// <summary>A number of days, 0 or more.</summary>
    public int Days(ValueOption option, int fallback)
    {
        if (Text(option) is not { } text) return fallback;
        if (text.Length <= LongestDays && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int days)) return days;
        _problems.Add(Words.NotDays(option.Name, text));
        return fallback;
    }

    /// <summary>How many of something are wanted, 0 or more.</summary>
    public int Count(ValueOption option, int fallback)
    {
        if (Text(option) is not { } text) return fallback;
        if (text.Length <= LongestCount && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count)) return count;
        _problems.Add(Words.NotACount(option.Name, text));
        return fallback;
    }

    public RegionCode? Region(ValueOption option)
    {
        if (Text(option) is not { } text) return null;
        if (RegionCode.TryParse(text, out RegionCode code)) return code;
        _problems.Add(Words.NotARegion(option.Name, text));
        return null;
    }

    /// <summary>Pairs of a pack and a school, joined by an equals sign.</summary>
    public ImmutableArray<SchoolPack> SchoolPacks(ValueOption option)
    {
        ImmutableArray<SchoolPack>.Builder pairs = ImmutableArray.CreateBuilder<SchoolPack>();
        foreach (string text in All(option))
        {
            int equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && equals < text.Length - 1) pairs.Add(new SchoolPack(text[..equals], text[(equals + 1)..]));
            else _problems.Add(Words.NotPackAndSchool(option.Name, text));
        }

        return pairs.ToImmutable();
    }

    /// <summary>Adds a problem that only the command can see.</summary>
    public void Refuse(string problem) => _problems.Add(problem);
}
