using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Packs;

/// <summary>What excuses breaches of a rule or an area on a row or in a region, as it was written.</summary>
/// <remarks>Immutable. It turns a breach into an excused one and nothing else: what is not decided stays so. Local days, both ends included.</remarks>
public sealed record Waiver
{
    internal Waiver(SourceSpan place, SourceSpan target, SourceSpan reach) => (Place, TargetPlace, ReachPlace) = (place, target, reach);

    /// <summary>The rule, by its full id or its id within the packs of a stack; null where <see cref="Area"/> is given.</summary>
    public string? Rule { get; internal init; }

    /// <summary>The area whose rules are meant; null where <see cref="Rule"/> is given.</summary>
    public string? Area { get; internal init; }

    /// <summary>The row as findings name it, such as <c>school:3703220012</c>; it and every row below it are meant. Null where <see cref="Region"/> is given.</summary>
    public string? Subject { get; internal init; }

    /// <summary>The region whose rows are meant, with all below it; null where <see cref="Subject"/> is given.</summary>
    public RegionCode? Region { get; internal init; }

    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>What excuses.</summary>
    public required WaiverKind Kind { get; init; }

    /// <summary>Who granted it; null where that was not written.</summary>
    public LocalText? Authority { get; internal init; }

    /// <summary>Why.</summary>
    public required LocalText Reason { get; init; }

    /// <summary>The name of the instrument that allows it; null where none was written.</summary>
    public string? Instrument { get; internal init; }

    /// <summary>Where it stands.</summary>
    public SourceSpan Place { get; }

    /// <summary>The table of <see cref="Subject"/>; null where a region is given.</summary>
    internal string? SubjectTable => Subject?[..Subject.IndexOf(':', StringComparison.Ordinal)];

    /// <summary>The id in <see cref="Subject"/>; null where a region is given.</summary>
    internal string? SubjectId => Subject?[(Subject.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>Where the rule or area stands.</summary>
    internal SourceSpan TargetPlace { get; }

    /// <summary>Where the subject or region stands.</summary>
    internal SourceSpan ReachPlace { get; }

    /// <summary>Where the instrument stands; null where none is written.</summary>
    internal SourceSpan? InstrumentPlace { get; init; }

    /// <summary>Whether it holds on a day.</summary>
    /// <param name="day">The day.</param>
    public bool Contains(DateOnly day) => From <= day && day <= Until;
}
