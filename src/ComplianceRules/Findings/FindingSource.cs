using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Findings;

/// <summary>The law that a finding stands on, or that set its limit: what, who and since when.</summary>
/// <remarks>Immutable. What the pack's source does not give is null.</remarks>
/// <param name="Pack">The pack that says so.</param>
/// <param name="Instrument">The instrument.</param>
/// <param name="Clause">The clause as written.</param>
/// <param name="Since">The first day on which the rule or the value is in force; null where that is before all snapshots.</param>
public sealed record FindingSource(string Pack, Instrument Instrument, string? Clause, DateOnly? Since)
{
    /// <summary>Where it set a limit: the days of each year for which it did; null for all.</summary>
    public Season? Season { get; init; }

    /// <summary>The document on one line: issuer, title, number and clause, as far as they are known.</summary>
    /// <param name="language">The language of the line.</param>
    public string Citation(TextLanguage language)
    {
        bool chinese = language == TextLanguage.Chinese;
        string title = Instrument.Quoted(language);
        string issued = Instrument.Issuer is { } issuer ? $"{issuer.In(language)}{(chinese ? string.Empty : ": ")}{title}" : title;
        string numbered = Instrument.Number is null ? issued : chinese ? $"{issued} {Instrument.Number}" : $"{issued}, {Instrument.Number}";
        if (Clause is null) return numbered;
        return chinese ? $"{numbered} 条款 {Clause}" : $"{numbered}, clause {Clause}";
    }
}
