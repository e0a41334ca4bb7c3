using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Cli.Usage;

namespace ComplianceRules.Cli.Commands;

/// <summary>Refuses what does not go with judging in the database.</summary>
internal static class InDatabaseCheck
{
    /// <summary>The formats that counts and findings of a database have: counts, counts by region, and findings.</summary>
    public static readonly string[] Formats = [OutputFormats.Table, "json", OutputFormats.Lines];

    /// <summary>Refuses what does not go together.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="name">The option that asks to judge there.</param>
    /// <param name="others">The options that mean nothing there.</param>
    /// <param name="options">Takes the refusals.</param>
    /// <param name="words">The texts.</param>
    public static void Refuse(EvaluateRequest request, string name, IEnumerable<string> others, OptionReader options, Words words)
    {
        foreach (string other in others) options.Refuse(words.NotInDatabase(other, name));
        if (!DatabaseInput.IsOne(request.Data)) options.Refuse(words.InDatabaseNeedsOne(name));
        if (request.AsOf is null) options.Refuse(words.InDatabaseNeedsDay(name));
        if (!Formats.Contains(request.Format)) options.Refuse(words.FormatNotInDatabase(name, Formats));
    }
}
