using System.Globalization;

namespace ComplianceRules.Benchmarks;

/// <summary>What is to be generated, and where to.</summary>
internal sealed record GenerateOptions
{
    public const string Usage =
        "usage: generate --out FILE|DIR [--format json|ndjson|csv] [--seed N] [--schools N] [--classes N] [--missing PERCENT] [--violations PERCENT] [--regions N] [--named] [--shuffled] [--pretty]";

    public NationShape Shape { get; init; } = new();

    public string Format { get; init; } = "json";

    public string Out { get; init; } = string.Empty;

    /// <summary>The options of arguments; null where they are none.</summary>
    public static GenerateOptions? Read(ReadOnlySpan<string> args)
    {
        GenerateOptions? options = new();
        while (!args.IsEmpty)
        {
            bool isFlag = args[0] is "--named" or "--shuffled" or "--pretty";
            if (!isFlag && args.Length < 2) return null;
            options = options.With(args[0], isFlag ? string.Empty : args[1]);
            if (options is null) return null;
            args = args[(isFlag ? 1 : 2)..];
        }

        return options.Out.Length == 0 ? null : options;
    }

    private GenerateOptions? With(string name, string value) => name switch
    {
        "--out" => this with { Out = value },
        "--format" when value is "json" or "ndjson" or "csv" => this with { Format = value },
        "--named" => this with { Shape = Shape with { HasNames = true } },
        "--shuffled" => this with { Shape = Shape with { HasShuffledKeys = true } },
        "--pretty" => this with { Shape = Shape with { IsPretty = true } },
        "--seed" when ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed) => this with { Shape = Shape with { Seed = seed } },
        "--schools" when Whole(value) is { } number => this with { Shape = Shape with { Schools = number } },
        "--classes" when Whole(value) is { } number => this with { Shape = Shape with { ClassesOfASchool = number } },
        "--regions" when Whole(value) is { } number => this with { Shape = Shape with { Regions = number } },
        "--missing" when Rate(value) is { } rate => this with { Shape = Shape with { MissingPercent = rate } },
        "--violations" when Rate(value) is { } rate => this with { Shape = Shape with { ViolationPercent = rate } },
        _ => null,
    };

    private static int? Whole(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static double? Rate(string text) => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double rate) ? rate : null;
}
