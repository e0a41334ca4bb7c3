namespace ComplianceRules.Facts;

/// <summary>A term of a school year.</summary>
/// <param name="SchoolYear">The school year as the calendar names it, such as <c>2025</c>.</param>
/// <param name="Term">The number of the term in its school year, from 1.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, included.</param>
public sealed record SchoolTerm(string SchoolYear, int Term, DateOnly From, DateOnly To)
{
    /// <summary>Whether a day lies in the term; its first and last do.</summary>
    /// <param name="day">The day.</param>
    public bool Contains(DateOnly day) => From <= day && day <= To;
}
