using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Json;

namespace ComplianceRules.Engine;

/// <summary>Says which names of facts an expression can use.</summary>
/// <remarks>For one thread. Asked of the reader of expressions itself, so that both always agree.</remarks>
internal sealed class TrialNames(DiagnosticBag problems)
{
    // Names that the language takes for itself wherever they stand alone.
    private static readonly string[] Taken = ["as_of", "previous"];

    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);

    /// <summary>Whether a name can be used; reported, at each place, where it cannot.</summary>
    public bool Check(JsonMember member)
    {
        if (!_known.TryGetValue(member.Name, out bool isGood)) _known.Add(member.Name, isGood = IsGood(member.Name));
        if (!isGood) problems.Report(DiagnosticCodes.TrialNameUnusable, member.NameSpan, JsonFault.Shown(member.Name));
        return isGood;
    }

    private static bool IsGood(string name)
    {
        if (Taken.Contains(name, StringComparer.Ordinal)) return false;
        DiagnosticBag trouble = new();
        return ExpressionReader.Read(JsonNode.Bare(string.Empty, name), trouble) is NameSyntax read && trouble.Count == 0 && read.Name == name;
    }
}
