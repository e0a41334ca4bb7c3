using System.Collections.Frozen;
using System.Globalization;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Spreadsheets.Forms;

/// <summary>The texts of a form, zh and en side by side.</summary>
/// <remarks>They stand in the resource <c>Forms/Texts/form.json</c>. Immutable.</remarks>
internal static class FormTexts
{
    public static FrozenDictionary<string, LocalText> Entries { get; } = TextResource.Texts("Forms.form");

    /// <summary>A text with its places filled, in each language by that language's texts.</summary>
    public static LocalText Say(string key, params ReadOnlySpan<LocalText> arguments)
    {
        LocalText text = Entries[key];
        return new LocalText(Fill(text, TextLanguage.Chinese, arguments), Fill(text, TextLanguage.English, arguments));
    }

    /// <summary>Texts as a list.</summary>
    public static LocalText Join(IEnumerable<LocalText> texts)
    {
        LocalText[] all = [.. texts];
        LocalText between = Entries["separator"];
        return new LocalText(
            string.Join(between.Chinese, all.Select(t => t.In(TextLanguage.Chinese))), string.Join(between.English, all.Select(t => t.In(TextLanguage.English))));
    }

    private static string Fill(LocalText text, TextLanguage language, ReadOnlySpan<LocalText> arguments)
    {
        object?[] filled = new object?[arguments.Length];
        for (int i = 0; i < filled.Length; i++) filled[i] = arguments[i].In(language);
        return string.Format(CultureInfo.InvariantCulture, text.In(language), filled);
    }
}
