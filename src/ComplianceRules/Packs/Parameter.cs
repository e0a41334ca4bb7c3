using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Packs;

/// <summary>A named, dated number or value of a pack: newly introduced, or a parent's that the pack gives values of its own.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Name">The name, unique in a stack.</param>
/// <param name="Values">The history, in file order.</param>
/// <param name="Place">Where its name stands in the pack.</param>
public sealed record Parameter(string Name, ImmutableArray<DatedValue> Values, SourceSpan Place)
{
    /// <summary>The type of the values; null where the pack leaves it to the pack that introduces the parameter (or, there, number).</summary>
    public FieldType? Type { get; init; }

    /// <summary>The unit of numbers as written; null where the pack does not give it.</summary>
    public string? Unit { get; init; }

    /// <summary>Which of two values binds more; null where the pack leaves it to the pack that introduces the parameter.</summary>
    public Strictness? Strictness { get; init; }

    /// <summary>The enum field that the values are keyed by; null where they are not.</summary>
    public string? By { get; init; }

    /// <summary>What people read; null where the pack does not say.</summary>
    public LocalText? Title { get; init; }

    /// <summary>What allows the pack's values to bind less than those further out, and to take their place; null where nothing does.</summary>
    public Relaxation? Relaxes { get; init; }

    /// <summary>What its author remarks on it, in whatever language; null where nothing is.</summary>
    public string? Note { get; internal init; }

    /// <summary>Whether this pack introduces the parameter, because it gives the strictness.</summary>
    public bool IsIntroduced => Strictness is not null;
}
