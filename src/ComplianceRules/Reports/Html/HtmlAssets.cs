using System.Security.Cryptography;
using System.Text;

namespace ComplianceRules.Reports;

/// <summary>The style and the script of the page: our own files, joined in their order.</summary>
/// <remarks>They stand in the resources <c>Reports/Html/assets</c>. Immutable.</remarks>
internal static class HtmlAssets
{
    private const string Prefix = "ComplianceRules.Reports.Html.";

    private static readonly string[] Styles = ["theme.css", "layout.css", "table.css", "charts.css", "finding.css", "print.css"];

    private static readonly string[] Scripts =
    [
        "dom.js", "texts.js", "columns.js", "findings.js", "schools.js", "search.js", "router.js", "announce.js", "grid.js", "scale.js", "bars.js", "histogram.js", "heatmap.js",
        "parts.js", "overview-page.js", "changes-page.js", "map-page.js", "rules-page.js", "measures-page.js", "regions-page.js", "findings-page.js", "finding-page.js", "data-page.js", "print.js", "app.js",
    ];

    /// <summary>The names of the files that are joined.</summary>
    public static IEnumerable<string> Names => [.. Styles, .. Scripts];

    /// <summary>The style.</summary>
    public static string Style { get; } = Joined(Styles);

    /// <summary>The script; its names are seen by nobody else.</summary>
    public static string Script { get; } = $"(() => {{\n'use strict';\n{Joined(Scripts)}}})();\n";

    /// <summary>What a content-security policy calls a text that stands in the page.</summary>
    /// <param name="text">The text between the tags.</param>
    public static string Digest(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    private static string Joined(IEnumerable<string> names) => string.Concat(names.Select(Read));

    // A checkout may have changed line ends; the digest is of what a browser sees.
    private static string Read(string name)
    {
        using Stream stream = typeof(HtmlAssets).Assembly.GetManifestResourceStream(Prefix + name)!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
