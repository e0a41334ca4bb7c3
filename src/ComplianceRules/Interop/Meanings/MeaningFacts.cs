namespace ComplianceRules.Interop;

/// <summary>Finds the facts and lists that a condition reads.</summary>
internal static class MeaningFacts
{
    /// <summary>Their names, in the order in which they stand, each once.</summary>
    public static IEnumerable<string> Of(Meaning meaning) => All(meaning).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> All(Meaning meaning) => meaning switch
    {
        MeaningFact fact => [fact.Name],
        MeaningList list => [list.Name],
        _ => Parts(meaning).SelectMany(All),
    };

    private static IEnumerable<Meaning> Parts(Meaning meaning) => meaning switch
    {
        MeaningCompare compare => [compare.Left, compare.Right],
        MeaningPresent present => [present.Value],
        MeaningLogic logic => [logic.Left, logic.Right],
        MeaningNot not => [not.Value],
        MeaningComputed computed => computed.Parts,
        MeaningCall call => [call.Target, call.Argument],
        MeaningChoice choice => [choice.Condition, choice.Then, choice.Otherwise],
        MeaningCoalesce coalesce => [coalesce.Value, coalesce.Otherwise],
        MeaningEach each => [each.List, each.Item],
        MeaningAttempt attempt => attempt.First.Append(attempt.Body),
        _ => [],
    };
}
