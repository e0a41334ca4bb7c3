using System.Globalization;

namespace ComplianceRules.Tests.Engine.Correcting;

/// <summary>Measures of the classes of a school or county that are no sums of facts: how a rule writes each, and what it comes to.</summary>
internal sealed record MeasuresOfLists(string Name, string Subject, string Rule, Func<IReadOnlyList<MeasuresOfLists.Class>, double> Measure)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<MeasuresOfLists> All { get; } =
    [
        new("cv of what moves", "school", Balance("enrolment", "cv"), c => Variation(c, x => x.Enrolment, _ => 1)),
        new("cv of what moves in a county", "region", Balance("enrolment", "cv"), c => Variation(c, x => x.Enrolment, _ => 1)),
        new("cv", "school", Balance("written", "cv"), c => Variation(c, x => x.Written, _ => 1)),
        new("weighted cv in a county", "region", Balance("written", "cv", ", \"weight\": \"enrolment\""), c => Variation(c, x => x.Written, x => x.Enrolment)),
        new("cv of a filtered list", "school", "\"require\": \"classes.filter(c, c.written > 20).map(c, c.oral).cv() <= LIMIT\"", c => Variation([.. c.Where(x => x.Written > 20)], x => x.Oral, _ => 1)),
        new("sum of products", "school", "\"require\": \"classes.map(c, c.written * c.oral).sum() <= LIMIT\"", c => c.Sum(x => x.Written * x.Oral)),
        new("ratio of sums", "school", "\"require\": \"classes.map(c, c.written).sum() / classes.map(c, c.oral).sum() <= LIMIT\"", c => c.Sum(x => x.Written) / c.Sum(x => x.Oral)),
        new("percentile of products", "school", "\"require\": \"classes.map(c, c.written * c.oral).percentile(50) <= LIMIT\"", c => c.Select(x => x.Written * x.Oral).Order().ElementAt((c.Count + 1) / 2 - 1)),
        new("spread of products", "school", Balance("written * oral", "spread"), c => c.Max(x => x.Written * x.Oral) - c.Min(x => x.Written * x.Oral)),
        new("spread of what moves", "school", Balance("enrolment", "spread"), c => c.Max(x => x.Enrolment) - c.Min(x => x.Enrolment)),
    ];

    /// <summary>The rule with a limit that a measure keeps.</summary>
    /// <param name="measured">The measure.</param>
    public string Limited(double measured) => Rule.Replace("LIMIT", (Math.Ceiling(measured * 1000.1) / 1000).ToString("0.####", CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static string Balance(string measure, string statistic, string more = "") =>
        $"\"balance\": {{ \"of\": \"classes\", \"measure\": \"{measure}\"{more}, \"statistic\": \"{statistic}\", \"max\": LIMIT }}";

    private static double Variation(IReadOnlyList<Class> classes, Func<Class, double> value, Func<Class, double> weight)
    {
        double whole = classes.Sum(weight);
        double mean = classes.Sum(c => value(c) * weight(c)) / whole;
        return Math.Sqrt(classes.Sum(c => weight(c) * Math.Pow(value(c) - mean, 2)) / whole) / mean;
    }

    /// <summary>A class.</summary>
    public sealed record Class(int School, int Grade, int Enrolment, int Written, int Oral);
}
