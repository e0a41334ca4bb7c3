using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>Takes findings while data is judged that is never in memory as a whole.</summary>
/// <remarks>
/// Findings come in lists. Of data that is judged some schools at a time, first one list for some schools after the other, as they stand in the data, with the findings of single
/// rows by the rules that need no more than a school; then one list with those of these rules' findings that stand for all rows together; last the findings by all other rules, in
/// one list or several. Of data that is there as a whole the lists together have the order of an assessment. Within a list, findings go by rule, in the order of an assessment,
/// and for each rule one that stands for many rows first, then by table and id.
/// </remarks>
public interface IFindingSink
{
    /// <summary>Takes some findings.</summary>
    /// <remarks>Called by one thread at a time. Findings are made when they are reached; who keeps the list keeps the facts below it.</remarks>
    /// <param name="findings">The findings; may be none.</param>
    void Take(FindingList findings);
}
