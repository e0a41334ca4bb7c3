using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.NRules;

/// <summary>A rule of the application's own, of which its NRules classes find breaches.</summary>
/// <remarks>Immutable. Its full id is that of the source's pack, <c>/</c>, and <see cref="Id"/>.</remarks>
/// <param name="Id">Its id, unique among the application's rules.</param>
/// <param name="Area">Its area, such as <c>homework</c>.</param>
/// <param name="Subject">The table of the rows that it judges.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Binding">How strictly it binds.</param>
/// <param name="Source">The law that it stands on: no finding is without one.</param>
public sealed record ContributedRule(string Id, string Area, string Subject, LocalText Title, Binding Binding, FindingSource Source)
{
    /// <summary>What puts a breach right; null where nothing is known.</summary>
    public LocalText? Remedy { get; init; }

    /// <summary>The full id.</summary>
    public string FullId => $"{Source.Pack}/{Id}";

    // As for rules of packs: what nobody has verified, or has no day, gives a warning at most.
    internal Severity Severity => Binding switch
    {
        Binding.Principle => Severity.Warning,
        Binding.Encouraged => Severity.Advice,
        Binding.Target => Severity.Progress,
        _ => Source.Instrument.Certainty == Certainty.Unverified || Source.Since is null ? Severity.Warning : Severity.Violation,
    };
}
