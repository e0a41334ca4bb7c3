using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ComplianceRules.External.Tests.Conformance;

/// <summary>Cuts a CEL expression into tokens, all of CEL's and not only those that we read.</summary>
internal static partial class CelTokens
{
    public static ImmutableArray<CelToken> Of(string expression) =>
        [.. Pattern().Matches(expression).Select(m => new CelToken(KindOf(m), m.Value))];

    private static char KindOf(Match match)
    {
        if (match.Groups["comment"].Success) return '#';
        if (match.Groups["text"].Success) return match.Groups["prefix"].Value.Contains('b', StringComparison.OrdinalIgnoreCase) ? 'b' : 't';
        if (match.Groups["number"].Success) return match.Value[^1] is 'u' or 'U' ? 'u' : IsInt(match.Value) ? 'i' : 'd';
        return match.Groups["name"].Success ? 'n' : match.Value[0];
    }

    private static bool IsInt(string number) => number.StartsWith("0x", StringComparison.OrdinalIgnoreCase) || !number.AsSpan().ContainsAny(".eE");

    [GeneratedRegex(
        """
        (?<comment>//[^\n]*)
        |(?<text>(?<prefix>[rRbB]{0,2})(?:'''(?:\\.|.)*?'''|\"\"\"(?:\\.|.)*?\"\"\"|'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"))
        |(?<number>0[xX][0-9a-fA-F]+[uU]?|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?[uU]?)
        |(?<name>[A-Za-z_][A-Za-z0-9_]*)
        |&&|\|\||[=!<>]=|\S
        """,
        RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
