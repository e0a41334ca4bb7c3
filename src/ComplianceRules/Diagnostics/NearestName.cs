namespace ComplianceRules.Diagnostics;

/// <summary>Finds the name an author probably meant.</summary>
public static class NearestName
{
    private const int LongestName = 64;

    /// <summary>The candidate at the smallest edit distance, at most a third of the name's length and never more than 3; ties go to the first in ordinal order.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">What would have been right.</param>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(candidates);
        if (name.Length is 0 or > LongestName) return null;
        int best = Math.Clamp(name.Length / 3, 1, 3) + 1;
        string? nearest = null;
        foreach (string candidate in candidates)
        {
            // The lengths alone are that far apart; a thousand candidates seldom need more than this look.
            if (candidate.Length > LongestName || Math.Abs(candidate.Length - name.Length) > best) continue;
            int distance = Distance(name, candidate);
            if (distance > best || (distance == best && (nearest is null || string.CompareOrdinal(candidate, nearest) >= 0))) continue;
            best = distance;
            nearest = candidate;
        }

        return nearest;
    }

    // Source: optimal string alignment distance (Damerau 1964, Levenshtein 1966), without regard to case.
    private static int Distance(string left, string right)
    {
        int[,] cost = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++) cost[i, 0] = i;
        for (int j = 0; j <= right.Length; j++) cost[0, j] = j;
        for (int i = 1; i <= left.Length; i++)
        {
            for (int j = 1; j <= right.Length; j++)
            {
                int change = Same(left[i - 1], right[j - 1]) ? 0 : 1;
                cost[i, j] = Math.Min(Math.Min(cost[i - 1, j] + 1, cost[i, j - 1] + 1), cost[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        }

        return cost[left.Length, right.Length];
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
