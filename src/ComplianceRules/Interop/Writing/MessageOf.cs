using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Interop;

/// <summary>Makes the message of a rule of its <c>ErrorMessage</c>: a place to fill in is kept where it is what the rule measures.</summary>
internal static class MessageOf
{
    /// <summary>The message; null where there is none, or where findings cannot fill it in, which is told.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="parameters">The parameters that it may read.</param>
    /// <param name="translator">Says what stands in a place to fill in.</param>
    /// <param name="problems">Takes what cannot be said.</param>
    public static string? Rule(TranslatedRule rule, TranslationScope parameters, Translator translator, DiagnosticBag problems)
    {
        if (rule.Rule.Message is not { } message) return null;
        string text = message.Text;
        (Said Of, string Bound, Said Value)? limit = rule.IsJoined ? null : RuleBody.LimitOf(rule.Items[0].Condition);
        if (text.Contains('{', StringComparison.Ordinal)) return Refuse(message, "{", problems);
        for (int at = text.IndexOf("$(", StringComparison.Ordinal); at >= 0; at = text.IndexOf("$(", StringComparison.Ordinal))
        {
            int end = text.IndexOf(')', at);
            if (end < 0) break;
            string inside = text[(at + 2)..end];
            Said? said = translator.SayText(JsonNode.Bare(message.File.Name, inside), parameters);
            string? place = said is null ? null : said.Text == limit?.Of.Text ? "{observed}" : said.Text == limit?.Value.Text ? "{limit}" : null;
            if (place is null) return Refuse(message, $"$({inside})", problems);
            text = string.Concat(text.AsSpan(0, at), place, text.AsSpan(end + 1));
        }

        return text;
    }

    private static string? Refuse(JsonNode message, string place, DiagnosticBag problems)
    {
        problems.Report(DiagnosticCodes.MessageTemplate, message.Span, JsonFault.Shown(place));
        return null;
    }
}
