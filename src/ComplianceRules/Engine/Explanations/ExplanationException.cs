using System.Collections.Immutable;

namespace ComplianceRules.Engine;

/// <summary>A rule cannot be explained on a row, because the caller named one of them wrongly.</summary>
public sealed class ExplanationException : ArgumentException
{
    private const int MostShown = 5;

    internal ExplanationException(ExplanationFault fault, string name, string? near = null, params ImmutableArray<string> choices)
        : base(TextOf(fault, name, near, choices))
    {
        Fault = fault;
        Name = name;
        Near = near;
        Choices = choices;
    }

    /// <summary>What is wrong.</summary>
    public ExplanationFault Fault { get; }

    /// <summary>The name that was given.</summary>
    public string Name { get; }

    /// <summary>The name that was probably meant; null where none is near.</summary>
    public string? Near { get; }

    /// <summary>What could have been given instead, the first few; empty where that does not help.</summary>
    public ImmutableArray<string> Choices { get; }

    internal static ImmutableArray<string> Shown(IEnumerable<string> choices) => [.. choices.Order(StringComparer.Ordinal).Take(MostShown)];

    private static string TextOf(ExplanationFault fault, string name, string? near, ImmutableArray<string> choices)
    {
        string text = fault switch
        {
            ExplanationFault.MalformedSubject => $"`{name}` is no row: write its table, a colon and its id, such as `class:3703220001/301`",
            ExplanationFault.UnknownTable => $"there is no table `{name}`",
            ExplanationFault.UnknownSubject => $"the snapshot has no row `{name}`",
            ExplanationFault.AmbiguousSubject => $"several rows go by `{name}`",
            ExplanationFault.PersonalSubject => $"`{name}` is a person; `IncludePersonal` says that persons may be named",
            ExplanationFault.UnknownRule => $"there is no rule `{name}`",
            ExplanationFault.AmbiguousRule => $"several rules go by `{name}`",
            ExplanationFault.RuleOfOtherTable => $"the rule `{name}` does not judge rows of this table",
            ExplanationFault.RuleNotInStack => $"the pack of the rule `{name}` does not judge this row",
            _ => $"the rule `{name}` is not in force on the day",
        };
        string which = choices.IsEmpty ? text : $"{text}: {string.Join(", ", choices.Select(c => $"`{c}`"))}";
        return near is null ? which : $"{which} (did you mean `{near}`?)";
    }
}
