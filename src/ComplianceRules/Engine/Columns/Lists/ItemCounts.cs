namespace ComplianceRules.Engine;

/// <summary>How the items of one list stand to a condition.</summary>
/// <param name="Met">Items that surely count and meet it.</param>
/// <param name="Failed">Items that surely count and do not.</param>
/// <param name="Open">Items that surely count and may meet it or not.</param>
/// <param name="PerhapsMet">Items that may count or not and meet it.</param>
/// <param name="PerhapsFailed">Items that may count or not and do not.</param>
/// <param name="PerhapsOpen">Items of which neither is known.</param>
internal readonly record struct ItemCounts(int Met, int Failed, int Open, int PerhapsMet, int PerhapsFailed, int PerhapsOpen)
{
    /// <summary>The answer to a question; null for unknown.</summary>
    /// <param name="question">The question.</param>
    public bool? Answer(ItemQuestion question) => question switch
    {
        ItemQuestion.All => Failed > 0 ? false : Open + PerhapsFailed + PerhapsOpen > 0 ? null : true,
        ItemQuestion.Exists => Met > 0 ? true : Open + PerhapsMet + PerhapsOpen > 0 ? null : false,
        _ => Met > 1 ? false : Open + PerhapsMet + PerhapsOpen > 0 ? null : Met == 1,
    };
}
