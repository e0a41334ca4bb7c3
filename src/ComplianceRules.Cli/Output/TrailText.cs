using System.Globalization;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Cli.Output;

/// <summary>One step on the way to a value, on one line.</summary>
internal static class TrailText
{
    public static string Of(ValueStep step, string? unit, Words words, FactSchema schema)
    {
        string value = step.Value.Type == FieldType.Number ? new UnitText(schema, words.Language).WithUnit(step.Value.Text, unit) : step.Value.Text;
        string line = words.TrailOf(step.Role, value, step.Pack, step.PackVersion);
        string law = step.Source is { } source ? LawText.Of(source, words) : step.Since is { } since ? words.SinceDay(since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : string.Empty;
        return law.Length == 0 ? line : $"{line}{words.Separator}{law}";
    }
}
