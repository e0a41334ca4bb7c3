using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Packs;

/// <summary>The unit that was probably meant by a text that is none.</summary>
internal static class UnitGuess
{
    private static readonly char[] Joints = [' ', '*', '/', '^'];

    /// <summary>The unit as packs write it; null where nothing is near.</summary>
    /// <param name="text">What stands there, such as <c>minutes/day</c> or <c>pupils</c>.</param>
    /// <param name="counting">The counting units that all packs declare.</param>
    public static string? Of(string text, IReadOnlyCollection<string> counting)
    {
        if (HeaderUnit.TryRead(text, out Unit written)) return written.Text;
        string[] known = [.. counting, .. Unit.BaseNames];
        string guess = text;
        foreach (string name in text.Split(Joints, StringSplitOptions.RemoveEmptyEntries).Where(n => char.IsLetter(n[0]) && !known.Contains(n, StringComparer.Ordinal)))
        {
            if (NearestName.Of(name, known) is not { } near) return null;
            guess = guess.Replace(name, near, StringComparison.Ordinal);
        }

        return guess != text && Unit.TryParse(guess, counting, out _) ? guess : null;
    }
}
