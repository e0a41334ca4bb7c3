using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>Says parameters in words: by the values that they have, over all days, in the stack of one pack.</summary>
/// <param name="timeline">The rule's timeline in that stack.</param>
/// <param name="title">What people call a parameter.</param>
/// <param name="schema">Titles of units.</param>
/// <param name="language">The language.</param>
internal sealed class ParameterWords(RuleTimeline timeline, Func<string, string> title, FactSchema schema, TextLanguage language)
{
    // More values than this are for the table below the sentence.
    private const int MostValues = 6;

    private readonly ValueText _values = new(schema);

    /// <summary>What stands in the place of a parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="options">The titles of the keys that it may hold; empty where it holds none.</param>
    public string Of(ParameterExpression parameter, ImmutableArray<FieldOption> options)
    {
        string? fixedKey = parameter.Key is LiteralExpression { Value: TextValue text } ? text.Content : null;
        ImmutableArray<FieldOption> keys = fixedKey is null ? KeysOf(parameter.Key) : [];
        (DateOnly? From, TimelineValue Value)[] values = [.. Changes(parameter.Name, fixedKey).OrderBy(v => PlaceOf(v.Value.Key, keys))];
        if (values.Length == 0) return ReportTexts.Say(language, "parameter.unset", title(parameter.Name));
        if (values.Length > MostValues) return ReportTexts.Say(language, "parameter.many", title(parameter.Name));
        if (values is [{ Value: { Season: null } only }] && (fixedKey is not null || only.Key is null)) return Text(only.Value, parameter.Type.Unit, options);
        bool isDated = values.Select(v => v.From).Distinct().Count() > 1;
        IEnumerable<string> texts = values.Select(v => One(v.From, v.Value, Text(v.Value.Value, parameter.Type.Unit, options), (isDated, fixedKey is null, keys)));
        return ReportTexts.Say(language, "parameter.set", string.Join(ReportTexts.Say(language, "parameter.join"), texts));
    }

    /// <summary>What people read of the keys for which a parameter has values.</summary>
    /// <param name="entry">The question whether it has one.</param>
    public string Keys(ParameterEntryExpression entry)
    {
        ImmutableArray<FieldOption> options = KeysOf(entry.Key);
        IEnumerable<string> keys = timeline.Steps.SelectMany(s => s.Values).Where(v => v.Name == entry.Name).Select(v => v.Key).OfType<string>().Distinct(StringComparer.Ordinal);
        return string.Join(ReportTexts.Say(language, "list"), keys.OrderBy(k => PlaceOf(k, options)).Select(k => TitleOf(k, options)));
    }

    private string Text(FindingValue value, Unit? unit, ImmutableArray<FieldOption> options) => value.Type switch
    {
        FieldType.Number => _values.WithUnit(value.Text, unit, language),
        FieldType.Enum => TitleOf(value.Text, options),
        FieldType.Set => string.Join(ReportTexts.Say(language, "list"), value.Text.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(k => TitleOf(k, options))),
        _ => value.Text,
    };

    // In the order in which the field declares its keys, so that years stand as people count them.
    private static int PlaceOf(string? key, ImmutableArray<FieldOption> options)
    {
        for (int i = 0; i < options.Length; i++)
        {
            if (options[i].Key == key) return i;
        }

        return options.Length;
    }

    // Each value where it first stands and wherever it differs from the one before it.
    private IEnumerable<(DateOnly? From, TimelineValue Value)> Changes(string name, string? key)
    {
        Dictionary<(string? Key, Season? Season), string> last = [];
        foreach (TimelineStep step in timeline.Steps)
        {
            foreach (TimelineValue value in step.Values.Where(v => v.Name == name && (key is null || v.Key == key)))
            {
                if (last.TryGetValue((value.Key, value.Season), out string? before) && before == value.Value.Text) continue;
                last[(value.Key, value.Season)] = value.Value.Text;
                yield return (step.From, value);
            }
        }
    }

    private string One(DateOnly? from, TimelineValue value, string text, (bool IsDated, bool NamesKey, ImmutableArray<FieldOption> Keys) how)
    {
        if (value.Season is { } season) text = ReportTexts.Say(language, "parameter.season", text, season.ToString());
        if (how.IsDated) text = from is { } day ? ReportTexts.Say(language, "parameter.from", text, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : ReportTexts.Say(language, "parameter.ever", text);
        return how.NamesKey && value.Key is { } key ? ReportTexts.Say(language, "parameter.key", TitleOf(key, how.Keys), text) : text;
    }

    private string TitleOf(string key, ImmutableArray<FieldOption> options) => options.FirstOrDefault(o => o.Key == key)?.Title.In(language) ?? key;

    private static ImmutableArray<FieldOption> KeysOf(TypedExpression? key) => key?.StandsFor?.Field.Options ?? (key as FieldExpression)?.Field.Options ?? [];
}
