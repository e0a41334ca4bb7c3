using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;

namespace ComplianceRules.Engine;

/// <summary>What findings of composed rules say of their parts.</summary>
internal static class PartSentences
{
    private const string Place = "{parts}";

    /// <summary>A sentence with the parts that are not kept.</summary>
    /// <param name="sentence">The sentence; its place for the parts may be missing.</param>
    /// <param name="parts">The parts.</param>
    /// <param name="isKept">Whether the rule is kept but for excused breaches, which are named then.</param>
    public static LocalText Fill(LocalText sentence, ImmutableArray<FindingPart> parts, bool isKept)
    {
        if (parts.IsEmpty) return sentence;
        string[] named = [.. parts.Where(p => p.Verdict == (isKept ? Verdict.Waived : Verdict.NonCompliant)).Select(p => p.Id)];
        string chinese = sentence.In(TextLanguage.Chinese).Replace(Place, string.Join('、', named), StringComparison.Ordinal);
        string english = sentence.In(TextLanguage.English).Replace(Place, string.Join(", ", named), StringComparison.Ordinal);
        return isKept ? new LocalText($"{chinese}（均已豁免）", $"{english} (all waived)") : new LocalText(chinese, english);
    }
}
