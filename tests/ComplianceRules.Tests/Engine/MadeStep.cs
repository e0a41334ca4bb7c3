namespace ComplianceRules.Tests.Engine;

/// <summary>A step of a made-up sequence by its plain meaning.</summary>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
internal sealed record MadeStep(Term From, Term To)
{
    /// <summary>How many days it lasts at least, both ends counted; null where nothing is said.</summary>
    public int? Lasts { get; init; }

    /// <summary>How many days lie between the step before and this one at least; null where nothing is said.</summary>
    public int? Wait { get; init; }

    public MadeStep? After { get; init; }

    public bool IsStrict { get; init; }

    public Term? When { get; init; }

    /// <summary>Whether the row keeps it; true where it is left out.</summary>
    public bool? Holds(MadeRow row) => When is null ? Kept(row) : IsThere(row) is { } there ? (there ? Kept(row) : true) : null;

    private bool? IsThere(MadeRow row) => When is null ? true : When.Truth(new Sight(row, null));

    private bool? Kept(MadeRow row)
    {
        (DateOnly? from, DateOnly? to) = (Day(From, row), Day(To, row));
        bool? lasts = from is null || to is null ? (ReferenceEquals(From, To) ? true : null) : to >= from && (Lasts is null || to.Value.DayNumber - from.Value.DayNumber + 1 >= Lasts);
        return Term.And(lasts, ComesAfter(After, from, row));
    }

    // One that is left out hands on what it came after itself.
    private bool? ComesAfter(MadeStep? step, DateOnly? from, MadeRow row)
    {
        if (step is null) return true;
        if (step.IsThere(row) is not { } there) return null;
        if (!there) return ComesAfter(step.After, from, row);
        if (from is not { } first || Day(step.To, row) is not { } last) return null;
        return first >= last.AddDays(IsStrict ? 1 : 0) && (Wait is null || first.DayNumber - last.DayNumber >= Wait);
    }

    private static DateOnly? Day(Term term, MadeRow row) => (DateOnly?)term.Meaning(new Sight(row, null));
}
