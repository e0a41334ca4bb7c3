namespace ComplianceRules.Engine;

/// <summary>The limits of sums without which a condition cannot hold.</summary>
internal static class NecessaryLimits
{
    /// <summary>The limits that are needed for a condition to be true.</summary>
    /// <param name="condition">The condition.</param>
    public static IEnumerable<LinearLimit> Of(GroundNode condition)
    {
        Stack<(GroundNode Node, bool Wanted)> waiting = new([(condition, true)]);
        while (waiting.TryPop(out (GroundNode Node, bool Wanted) next))
        {
            switch (next.Node)
            {
                case GroundNot not:
                    waiting.Push((not.Operand, !next.Wanted));
                    break;
                case GroundJoin join:
                    foreach (GroundNode part in join.AllNeeded(next.Wanted)) waiting.Push((part, next.Wanted));
                    break;
                case GroundComparison comparison:
                    foreach (LinearLimit limit in comparison.Limits(next.Wanted)) yield return limit;
                    break;
                default:
                    break;
            }
        }
    }
}
