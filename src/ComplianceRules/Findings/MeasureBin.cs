namespace ComplianceRules.Findings;

/// <summary>The rows whose measure lies in a stretch.</summary>
/// <remarks>
/// Immutable. Where measures have a step, ends lie half a step beyond the least and the greatest measure of the bin, so that none lies on an end:
/// the bin of the whole numbers 41 to 45 goes from 40.5 to 45.5.
/// </remarks>
/// <param name="From">The lower end; see <see cref="IncludesTo"/> for who has what lies on it.</param>
/// <param name="To">The upper end.</param>
/// <param name="Kept">Rows that keep the rule, excused ones not among them.</param>
/// <param name="Broken">Rows that break it, excused ones too.</param>
/// <param name="Open">Rows with a known measure of which the rule cannot be decided.</param>
public sealed record MeasureBin(double From, double To, long Kept, long Broken, long Open)
{
    /// <summary>Whether the upper end belongs to this bin and not to the next: in the last bin, and where a limit lies there that may be reached from below.</summary>
    public bool IncludesTo { get; init; }
}
