using System.Collections.Frozen;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>How alike two titles are, where rare characters say more than those that stand in every title.</summary>
/// <remarks>Immutable.</remarks>
internal sealed class TitleSimilarity
{
    private const int LongestTitle = 60;

    private readonly FrozenDictionary<char, double> _weights;

    /// <summary>Weighs the characters of a schema's titles.</summary>
    public TitleSimilarity(IEnumerable<FieldSchema> fields)
    {
        Dictionary<char, int> counts = [];
        foreach (FieldSchema field in fields)
        {
            foreach (char c in TitleText.Bare(field).SelectMany(f => f).Distinct()) counts[c] = counts.GetValueOrDefault(c) + 1;
        }

        _weights = counts.ToFrozenDictionary(c => c.Key, c => 1 / Math.Sqrt(c.Value));
    }

    /// <summary>From 0 for nothing in common to 1 for the same: half how much of the shorter is in the longer, half how much of both is shared.</summary>
    public double Of(string one, string other)
    {
        string left = one[..Math.Min(one.Length, LongestTitle)];
        string right = other[..Math.Min(other.Length, LongestTitle)];
        (double weightOfLeft, double weightOfRight) = (left.Sum(Weight), right.Sum(Weight));
        if (weightOfLeft == 0 || weightOfRight == 0) return 0;
        double shared = Shared(left, right);
        return (shared / (weightOfLeft + weightOfRight)) + (shared / Math.Min(weightOfLeft, weightOfRight) / 2);
    }

    // The heaviest common subsequence.
    private double Shared(string left, string right)
    {
        double[] above = new double[right.Length + 1];
        foreach (char c in left)
        {
            double[] row = new double[right.Length + 1];
            for (int j = 1; j <= right.Length; j++) row[j] = c == right[j - 1] ? above[j - 1] + Weight(c) : Math.Max(above[j], row[j - 1]);
            above = row;
        }

        return above[right.Length];
    }

    private double Weight(char c) => _weights.GetValueOrDefault(c, 1);
}
