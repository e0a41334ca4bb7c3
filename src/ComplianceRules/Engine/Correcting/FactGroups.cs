namespace ComplianceRules.Engine;

/// <summary>Which conditions hang together by the facts that they share.</summary>
internal static class FactGroups
{
    /// <summary>For each condition the number of its group: conditions that share a fact, over any number of steps, have the same.</summary>
    /// <param name="conditions">The conditions.</param>
    public static int[] Of(IReadOnlyList<GroundNode> conditions)
    {
        int[] groups = [.. Enumerable.Range(0, conditions.Count)];
        Dictionary<int, int> first = [];
        for (int i = 0; i < groups.Length; i++)
        {
            foreach (int fact in conditions[i].Facts)
            {
                if (first.TryGetValue(fact, out int other)) groups[Root(groups, i)] = Root(groups, other);
                else first.Add(fact, i);
            }
        }

        for (int i = 0; i < groups.Length; i++) groups[i] = Root(groups, i);
        return groups;
    }

    private static int Root(int[] groups, int at)
    {
        while (groups[at] != at) at = groups[at] = groups[groups[at]];
        return at;
    }
}
