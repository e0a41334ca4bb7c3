using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;

namespace ComplianceRules.Analysis;

/// <summary>Which values of one field let a rule apply now and did not before, or the other way round.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Field">The field.</param>
/// <param name="Added">The values with which the rule applies now only.</param>
/// <param name="Removed">The values with which it applied only before.</param>
internal sealed record BoxDifference(FieldExpression Field, ImmutableArray<Value> Added, ImmutableArray<Value> Removed)
{
    /// <summary>The difference in words.</summary>
    public IEnumerable<LocalText> Sentences()
    {
        if (!Added.IsEmpty) yield return Sentence(Added, "现在也适用于", "now also applies where");
        if (!Removed.IsEmpty) yield return Sentence(Removed, "不再适用于", "no longer applies where");
    }

    private LocalText Sentence(ImmutableArray<Value> values, string chinese, string english)
    {
        string name = Field.Row.Frame == 0 && Field.Row is { Above: false, InPrevious: false } ? $"{Field.Row.Table}.{Field.Field.Name}" : $"previous.{Field.Row.Table}.{Field.Field.Name}";
        return new LocalText(
            $"{chinese}{Named(TextLanguage.Chinese, name)}为 {string.Join("、", values.Select(v => Shown(v, TextLanguage.Chinese)))} 的",
            $"{english} {Named(TextLanguage.English, name)} is {Listed(values)}");
    }

    private string Named(TextLanguage language, string name)
    {
        if (Field.Field.Title.In(language) is not { Length: > 0 } title) return $"`{name}`";
        return language == TextLanguage.Chinese ? $"{title}（`{name}`）" : $"{title} (`{name}`)";
    }

    private string Listed(ImmutableArray<Value> values)
    {
        string[] shown = [.. values.Select(v => Shown(v, TextLanguage.English))];
        return shown.Length == 1 ? shown[0] : $"{string.Join(", ", shown[..^1])} or {shown[^1]}";
    }

    private string Shown(Value value, TextLanguage language) => value switch
    {
        BoolValue { Truth: var truth } => language == TextLanguage.Chinese ? (truth ? "是" : "否") : (truth ? "true" : "false"),
        TextValue key => Field.Field.Options.FirstOrDefault(o => o.Key == key.Content)?.Title.In(language) is { Length: > 0 } title && title != key.Content ? $"{title} `{key.Content}`" : $"`{key.Content}`",
        _ => value.Text,
    };
}
