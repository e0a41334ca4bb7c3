using System.Xml.Linq;

namespace ComplianceRules.Tests.HouseRules;

/// <summary>Project files: versions stand in one place, no source of packages is named, and what the library may not call is banned by the build.</summary>
internal static class ProjectFileGuard
{
    private const string Analyzer = "Microsoft.CodeAnalysis.BannedApiAnalyzers";
    private const string Symbols = "../BannedSymbols.txt";

    /// <summary>What a nuget.config names beside nothing.</summary>
    public static IEnumerable<string> NamedSources(RepositoryFile file) =>
        Elements(file, "packageSources").Concat(Elements(file, "packageSourceCredentials")).Concat(Elements(file, "apikeys"))
            .SelectMany(section => section.Elements())
            .Select(entry => $"{file.Path}: names a source of packages: {entry}");

    /// <summary>Versions that a project gives by itself.</summary>
    public static IEnumerable<string> OwnVersions(RepositoryFile file) =>
        Elements(file, "PackageReference")
            .Where(reference => reference.Attributes().Any(a => a.Name == "Version" || a.Name == "VersionOverride") || reference.Elements().Any())
            .Select(reference => $"{file.Path}: gives a version or more of its own: {reference}");

    /// <summary>Central versions that are not exact.</summary>
    public static IEnumerable<string> FloatingVersions(RepositoryFile file) =>
        Elements(file, "PackageVersion")
            .Where(version => version.Attribute("Version") is not { } exact || !exact.Value.Split('.').All(part => part.All(char.IsAsciiDigit)))
            .Select(version => $"{file.Path}: is not one exact version: {version}");

    /// <summary>What a project of the library lacks of the ban on clock, culture and chance.</summary>
    public static IEnumerable<string> Unbanned(RepositoryFile file)
    {
        if (!Elements(file, "PackageReference").Any(reference => reference.Attribute("Include")?.Value == Analyzer)) yield return $"{file.Path}: lacks {Analyzer}";
        if (!Elements(file, "AdditionalFiles").Any(additional => additional.Attribute("Include")?.Value == Symbols)) yield return $"{file.Path}: lacks {Symbols}";
    }

    /// <summary>The lines that switch the guards of the compiler on, as far as they are missing.</summary>
    public static IEnumerable<string> MissingSettings(RepositoryFile file, params string[] settings) =>
        settings.Where(setting => !Elements(file, setting.Split('=')[0]).Any(element => element.Value == setting.Split('=')[1]))
            .Select(setting => $"{file.Path}: lacks {setting}");

    private static IEnumerable<XElement> Elements(RepositoryFile file, string name) => XDocument.Parse(file.Text.TrimStart('\uFEFF')).Descendants(name);
}
