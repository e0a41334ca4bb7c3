using System.Text.RegularExpressions;

namespace ComplianceRules.Tests.HouseRules;

/// <summary>A warning is silenced in the smallest scope and with its reason; the rules of culture never.</summary>
internal static partial class SuppressionGuard
{
    private static readonly string[] Culture = ["CA1304", "CA1305", "CA1307", "CA1310"];

    public static IEnumerable<string> Faults(RepositoryFile file) => file.Path.EndsWith(".cs", StringComparison.Ordinal) ? InCode(file) : InSettings(file);

    private static IEnumerable<string> InCode(RepositoryFile file)
    {
        foreach ((int number, string line) in file.Lines.Index())
        {
            string place = $"{file.Path}({number + 1})";
            bool pragma = Pragma().IsMatch(line);
            bool attribute = Attribute().IsMatch(line);
            if (!pragma && !attribute) continue;
            if (Culture.Any(code => line.Contains(code, StringComparison.Ordinal))) yield return $"{place}: silences a rule of culture";
            if (pragma && !HasReason(file.Lines, number)) yield return $"{place}: silences a warning without a reason";
            if (pragma && !line.Contains("CA", StringComparison.Ordinal) && !Code().IsMatch(line)) yield return $"{place}: silences every warning";
            if (attribute && !line.Contains("Justification", StringComparison.Ordinal)) yield return $"{place}: silences a warning without a reason";
        }
    }

    private static IEnumerable<string> InSettings(RepositoryFile file)
    {
        foreach ((int number, string line) in file.Lines.Index())
        {
            string place = $"{file.Path}({number + 1})";
            if (NoWarn().IsMatch(line)) yield return $"{place}: silences a warning for a whole project";
            if (Culture.Any(code => line.Contains(code, StringComparison.Ordinal)) && !line.EndsWith("= error", StringComparison.Ordinal)) yield return $"{place}: weakens a rule of culture";
        }
    }

    private static bool HasReason(string[] lines, int number) =>
        lines[number].Contains("//", StringComparison.Ordinal) || (number > 0 && lines[number - 1].TrimStart().StartsWith("//", StringComparison.Ordinal));

    [GeneratedRegex(@"^\s*#pragma\s+warning\s+disable")]
    private static partial Regex Pragma();

    [GeneratedRegex(@"^\s*\[(assembly:\s*)?(UnconditionalSuppressMessage|SuppressMessage)\b")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"disable\s+[A-Z]+\d+")]
    private static partial Regex Code();

    [GeneratedRegex("<NoWarn>|NoWarn=")]
    private static partial Regex NoWarn();
}
