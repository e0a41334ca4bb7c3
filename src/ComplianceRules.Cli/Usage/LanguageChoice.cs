using ComplianceRules.Diagnostics;

namespace ComplianceRules.Cli.Usage;

/// <summary>Which language the tool speaks.</summary>
internal static class LanguageChoice
{
    /// <summary>The variable that says it for this tool alone.</summary>
    public const string Variable = "COMPLIANCE_RULES_LANG";

    // The first that is set counts, as everywhere.
    private static readonly string[] Locale = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>The language that a caller asks for, where there is one of that name, else that of the variables, else that of the system; English where none of them is Chinese.</summary>
    /// <param name="asked">What the caller asks for; null for nothing.</param>
    /// <param name="surroundings">Where the tool runs.</param>
    public static TextLanguage Of(string? asked, Surroundings surroundings)
    {
        if (asked is CommonOptions.Chinese) return TextLanguage.Chinese;
        if (asked is CommonOptions.English) return TextLanguage.English;
        string? named = Locale.Prepend(Variable).Select(surroundings.Variable).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        bool isChinese = named is null ? surroundings.IsChinese : IsChinese(named);
        return isChinese ? TextLanguage.Chinese : TextLanguage.English;
    }

    // zh, zh_CN.UTF-8, zh-Hans: not zhuang.
    private static bool IsChinese(string locale) =>
        locale.StartsWith(CommonOptions.Chinese, StringComparison.OrdinalIgnoreCase) && (locale.Length == CommonOptions.Chinese.Length || !char.IsAsciiLetter(locale[CommonOptions.Chinese.Length]));
}
