namespace ComplianceRules.Expressions;

/// <summary>Which periods a rule judges.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Per">How long a period is.</param>
/// <param name="Within">The frame, a term or a school year, whose periods are judged: the one that has the day of assessment, else the last that ended before it; null for the period that has the day and the one before.</param>
/// <param name="Since">The first day of the rule: periods that ended before it are left out; null where no period ended so early.</param>
public sealed record PeriodQuestion(PeriodUnit Per, PeriodUnit? Within, DateOnly? Since);
