using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Findings;

/// <summary>Values and facts as people read them.</summary>
/// <param name="schema">Titles of fields and units.</param>
internal sealed class ValueText(FactSchema schema)
{
    private const string Previous = "previous";
    private const int FewestPlaces = 2;
    private const int MostPlaces = 15;
    private static readonly Rational Small = Rational.Parse("0.1");

    /// <summary>A value with its unit; a number is rounded, but never so far that it looks like what it is compared with.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">Its type.</param>
    /// <param name="options">The titles of keys; empty where there are none.</param>
    /// <param name="against">What it is compared with; null for nothing.</param>
    /// <param name="language">The language.</param>
    public string Of(Value value, ExpressionType type, ImmutableArray<FieldOption> options, Value? against, TextLanguage language) => value switch
    {
        NumberValue number => WithUnit(Rounded(number.Number, (against as NumberValue)?.Number), type.Unit, language),
        RootValue root => WithUnit(Rounded(root.Near, (against as NumberValue)?.Number), type.Unit, language),
        BoolValue truth => language == TextLanguage.Chinese ? (truth.Truth ? "是" : "否") : (truth.Truth ? "yes" : "no"),
        TextValue text => Title(text.Content, options, language),
        SetValue set when set.Members.IsEmpty => language == TextLanguage.Chinese ? "无" : "none",
        SetValue set => string.Join(language == TextLanguage.Chinese ? "、" : ", ", set.Members.Select(m => Title(m, options, language))),
        _ => value.Text,
    };

    /// <summary>A number with its unit.</summary>
    /// <param name="number">The number as text.</param>
    /// <param name="unit">The unit; null or one for none.</param>
    /// <param name="language">The language.</param>
    public string WithUnit(string number, Unit? unit, TextLanguage language)
    {
        string label = unit?.Label(language, schema.Units, number is not ("1" or "-1")) ?? string.Empty;
        return label.Length == 0 || label == "%" || language == TextLanguage.Chinese ? number + label : $"{number} {label}";
    }

    /// <summary>The title of a missing fact, as its rule's subject sees it.</summary>
    /// <param name="path">The path, such as <c>school.boarding</c> or <c>classes.enrolment</c>, or an expression that begins with one.</param>
    /// <param name="subject">The subject's table.</param>
    /// <param name="language">The language.</param>
    public string TitleOf(string path, string subject, TextLanguage language)
    {
        int call = path.IndexOf('(', StringComparison.Ordinal);
        if (call > 0) return Reckoned(path, path[..call], subject, language);
        string[] steps = path.Split('.');
        TableSchema? table = schema.Table(subject);
        foreach (string step in steps[..^1].Where(s => s != Previous))
            table = table is null ? null : schema.SelfAndAncestors(table.Name).FirstOrDefault(t => t.Name == step) ?? schema.List(table.Name, step);
        LocalText? title = table is null ? null : table.Field(steps[^1])?.Title ?? schema.List(table.Name, steps[^1])?.Title;
        return title is null || title == LocalText.Empty ? path : Titled(title, steps.Contains(Previous), language);
    }

    // What is worked out of a list goes by the name of the list.
    private string Reckoned(string path, string called, string subject, TextLanguage language)
    {
        int end = called.LastIndexOf('.');
        if (end < 0) return path;
        string title = TitleOf(called[..end], subject, language);
        return title == called[..end] ? path : title;
    }

    /// <summary>The title of a fact, of this snapshot or of the earlier one.</summary>
    /// <param name="title">The fact's title.</param>
    /// <param name="isPrevious">Whether the earlier one is meant.</param>
    /// <param name="language">The language.</param>
    public static string Titled(LocalText title, bool isPrevious, TextLanguage language)
    {
        if (!isPrevious) return title.In(language);
        return language == TextLanguage.Chinese ? $"上一期{title.In(language)}" : $"{title.In(language)}, earlier";
    }

    private static string Title(string key, ImmutableArray<FieldOption> options, TextLanguage language) =>
        options.FirstOrDefault(o => o.Key == key)?.Title.In(language) ?? key;

    private static string Rounded(Rational number, Rational? against)
    {
        bool isSmall = number < Small && -number < Small;
        for (int places = isSmall ? MostPlaces : FewestPlaces; places < MostPlaces; places++)
        {
            string text = number.ToString(places);
            if (against is null || Rational.Parse(text) != against || number == against) return text;
        }

        return number.ToString();
    }
}
