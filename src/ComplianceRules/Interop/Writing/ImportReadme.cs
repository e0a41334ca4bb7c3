using System.Collections.Immutable;
using System.Text;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Interop;

/// <summary>Writes the README of an imported pack: what came in, what stayed out and why, and where the meaning differs.</summary>
internal static class ImportReadme
{
    /// <summary>The bytes of the file.</summary>
    /// <param name="head">What the pack says of itself.</param>
    /// <param name="entries">Its rules.</param>
    /// <param name="rules">What became of every rule of the workflows.</param>
    public static byte[] Write(PackHead head, ImmutableArray<PackEntry> entries, ImmutableArray<ImportedRule> rules)
    {
        StringBuilder text = new();
        foreach (TextLanguage language in new[] { TextLanguage.Chinese, TextLanguage.English })
        {
            if (text.Length > 0) text.Append('\n');
            text.Append("# ").Append(OneLine(head.Title.In(language))).Append("\n\n").Append(ImportTexts.Of("readme.intro", head.Facts.Id).In(language)).Append('\n');
            Section(text, "readme.imported", language, entries.Select(e => ImportTexts.Of("readme.rule", e.Id, Shown(e.Translated.Rule.Name), Shown(e.Section.Title))));
            Section(text, "readme.leftOut", language, rules.Where(r => r.Id is null).SelectMany(r => r.Diagnostics.Select(d => Reason(r, d))));
            Section(text, "readme.differences", language, entries.SelectMany(e => e.Told.Select(d => new LocalText(Difference(e, d, TextLanguage.Chinese), Difference(e, d, TextLanguage.English)))));
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static LocalText Reason(ImportedRule rule, Diagnostic told) => new(Reason(rule, told, TextLanguage.Chinese), Reason(rule, told, TextLanguage.English));

    private static string Reason(ImportedRule rule, Diagnostic told, TextLanguage language) =>
        ImportTexts.Of("readme.reason", Shown(rule.Workflow), Shown(rule.Name), told.Code.ToString(), OneLine(told.Message(language))).In(language);

    private static string Difference(PackEntry entry, Diagnostic told, TextLanguage language) =>
        ImportTexts.Of("readme.difference", entry.Id, told.Code.ToString(), OneLine(told.Message(language))).In(language);

    private static void Section(StringBuilder text, string title, TextLanguage language, IEnumerable<LocalText> lines)
    {
        text.Append("\n## ").Append(ImportTexts.Of(title).In(language)).Append("\n\n");
        string[] all = [.. lines.Select(l => l.In(language))];
        text.Append(all.Length == 0 ? ImportTexts.Of("readme.none").In(language) : string.Join('\n', all)).Append('\n');
    }

    private static string Shown(string name) => $"`{OneLine(name).Replace('`', '\'')}`";

    private static string OneLine(string text) => string.Join(' ', text.Split(['\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
