using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>Takes findings while data is judged that is never in memory as a whole.</summary>
public interface IFindingSink
{
    /// <summary>Takes some findings.</summary>
    /// <remarks>Called by one thread at a time. Findings are made when they are reached; who keeps the list keeps the facts below it.</remarks>
    /// <param name="findings">The findings of some rows, by rule, table and id; or, at the end, those that stand for all rows together.</param>
    void Take(FindingList findings);
}
