using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>What stands around a page's data: the policy, the style, the script and the tags of the blocks.</summary>
/// <remarks>The script stands before the large blocks, so that the overview is there while they are still read.</remarks>
internal static class HtmlFrame
{
    /// <summary>The end of a block.</summary>
    public const string EndBlock = "</script>\n";

    /// <summary>The end of the page.</summary>
    public const string End = "</body>\n</html>\n";

    /// <summary>The script.</summary>
    public static string Script => $"<script>{HtmlAssets.Script}</script>\n";

    /// <summary>Nothing is loaded and nothing is run but the one style and the one script.</summary>
    public static string Policy =>
        $"default-src 'none'; script-src {HtmlAssets.Digest(HtmlAssets.Script)}; style-src {HtmlAssets.Digest(HtmlAssets.Style)}; img-src data:; base-uri 'none'; form-action 'none'";

    /// <summary>The page up to where its content begins.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="language">The language that the page begins with.</param>
    public static string Begin(Assessment assessment, TextLanguage language)
    {
        HtmlText html = new();
        html.Begin().Open("html", ("lang", language == TextLanguage.Chinese ? "zh-CN" : "en")).Line().Open("head").Line();
        html.Void("meta", ("charset", "utf-8")).Line();
        html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy)).Line();
        html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1")).Line();
        html.Void("meta", ("name", "referrer"), ("content", "no-referrer")).Line();
        html.Void("link", ("rel", "icon"), ("href", "data:,")).Line();
        html.Element("title", $"{ReportTexts.Say(language, "html.title")} {assessment.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}").Line();
        return $"{html}<style>{HtmlAssets.Style}</style>\n</head>\n<body>\n<div id=\"app\"></div>\n";
    }

    /// <summary>The beginning of a block.</summary>
    /// <param name="name">The block's name.</param>
    public static string BeginBlock(string name) => $"<script type=\"application/octet-stream;base64\" id=\"data-{name}\">";
}
