namespace ComplianceRules.Engine;

/// <summary>The items of one list among the items at hand.</summary>
/// <param name="From">The first.</param>
/// <param name="To">The one after the last.</param>
/// <param name="Count">How many of them count.</param>
internal readonly record struct ItemSpan(int From, int To, int Count);
