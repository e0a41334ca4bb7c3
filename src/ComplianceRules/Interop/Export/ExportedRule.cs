using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Interop;

/// <summary>A rule as RulesEngine can judge it: two tests, of which neither holds where the facts do not decide.</summary>
/// <remarks>Immutable. The texts are expressions of Dynamic LINQ over <c>input1</c>.</remarks>
public sealed record ExportedRule
{
    /// <summary>What the name of the second of its two workflow rules ends with.</summary>
    public const string BreachSuffix = "!breach";

    /// <summary>The rule's full id, by which findings know it.</summary>
    public required string Id { get; init; }

    /// <summary>The pack whose rule it is.</summary>
    public required string Pack { get; init; }

    /// <summary>What people read.</summary>
    public required LocalText Title { get; init; }

    /// <summary>The area of policy.</summary>
    public required string Area { get; init; }

    /// <summary>How grave a breach is on the day of assessment.</summary>
    public required Severity Severity { get; init; }

    /// <summary>How strictly the rule binds.</summary>
    public required Binding Binding { get; init; }

    /// <summary>The law that it stands on.</summary>
    public required FindingSource Source { get; init; }

    /// <summary>What helps; null where the pack does not say.</summary>
    public LocalText? Remedy { get; init; }

    /// <summary>The unit of what it measures; null where there is none.</summary>
    public string? Unit { get; init; }

    /// <summary>The values that it reads, and how they came about.</summary>
    public ImmutableArray<ExportedLimit> Limits { get; init; } = [];

    /// <summary>Where the rule is known to be kept, or known not to apply.</summary>
    public required string Kept { get; init; }

    /// <summary>Where the rule is known to apply and to be broken.</summary>
    public required string Broken { get; init; }
}
