using System.Collections.Immutable;

namespace ComplianceRules.Reports;

/// <summary>What a rule says, in sentences of one language.</summary>
/// <remarks>Immutable. Plain text: whoever writes it into a format escapes it.</remarks>
/// <param name="Whom">Whom it binds, such as "every class".</param>
/// <param name="Where">What has to be so for it to apply to a row, each a clause; empty where it applies to all.</param>
/// <param name="Lead">The beginning of what it demands: whom, in which words of law, and how the demands are joined.</param>
/// <param name="Demands">What it demands, each a clause; never empty.</param>
/// <param name="Remarks">What else has to be known to read the demands; mostly empty.</param>
internal sealed record RuleSentences(string Whom, ImmutableArray<string> Where, string Lead, ImmutableArray<string> Demands, ImmutableArray<string> Remarks)
{
    /// <summary>What it demands, on one line.</summary>
    /// <param name="separator">What stands between two demands.</param>
    public string OnOneLine(string separator) => Lead + string.Join(separator, Demands);
}
