using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using ComplianceRules.Tests.HouseRules;

namespace ComplianceRules.Tests.Diagnostics;

/// <summary>The texts of all diagnostics as they stand in the source, before the library makes anything of them.</summary>
internal static partial class DiagnosticAreaFiles
{
    private const string Folder = "src/ComplianceRules/Diagnostics/";

    /// <summary>Every text with its code and the file it stands in.</summary>
    public static IEnumerable<(string File, string Code, JsonElement Texts)> Texts() =>
        from file in RepositoryFile.Ending(".json")
        where file.Path.StartsWith(Folder + "Texts/", StringComparison.Ordinal)
        from entry in JsonDocument.Parse(file.Text).RootElement.EnumerateObject()
        select (file.Path, entry.Name, entry.Value);

    /// <summary>Every number that a file of codes gives away.</summary>
    public static IEnumerable<(string File, string Code)> Numbers() =>
        from file in RepositoryFile.Ending(".cs")
        where file.Path.StartsWith(Folder + "DiagnosticCodes.", StringComparison.Ordinal) && file.Path != Folder + "DiagnosticCodes.cs"
        from match in Number().Matches(file.Text)
        select (file.Path, "CR" + match.Groups[1].Value);

    /// <summary>The placeholders of a template, in order, each once; doubled braces are text.</summary>
    public static int[] Placeholders(string template) =>
    [
        .. Placeholder().Matches(template.Replace("{{", string.Empty, StringComparison.Ordinal).Replace("}}", string.Empty, StringComparison.Ordinal))
            .Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))
            .Distinct()
            .Order(),
    ];

    [GeneratedRegex(@"\b(?:Error|Warning)\((\d+)\)")]
    private static partial Regex Number();

    [GeneratedRegex(@"\{(\d+)\}")]
    private static partial Regex Placeholder();
}
