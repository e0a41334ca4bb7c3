using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>Columns that stand side by side, one for each grade, and are to become rows.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Labels">What the made column of grades holds, and for each made column the column that it comes from.</param>
/// <param name="Values">The made columns, in their order.</param>
internal sealed record GradeColumns(ImmutableArray<(string Label, ImmutableDictionary<string, string> Columns)> Labels, ImmutableArray<string> Values)
{
    /// <summary>The name of the made column of grades.</summary>
    public const string GradeName = "年级";

    /// <summary>The name of the made column where neither header nor title names the values.</summary>
    public const string ValueName = "数值";

    private const int LongestTitle = 60;

    /// <summary>Whether every label is its column's whole name, so that a list of columns says it all.</summary>
    public bool IsSimple => Values.Length == 1 && Labels.All(l => l.Columns[Values[0]] == l.Label);

    /// <summary>Finds columns for two grades at least; null where there are none.</summary>
    /// <param name="columns">The columns of the sheet.</param>
    /// <param name="title">What stands above the table; where the headers say nothing but the grade, it names the values.</param>
    public static GradeColumns? Find(ImmutableArray<SampleColumn> columns, string? title)
    {
        string fallback = title is not null && WritableText.IsKey(title) && title.Length <= LongestTitle ? title : ValueName;
        Dictionary<string, ImmutableDictionary<string, string>> labels = new(StringComparer.Ordinal);
        List<string> order = [];
        List<string> values = [];
        foreach (SampleColumn column in columns)
        {
            if (LabelOf(column) is not { } label) continue;
            string value = HeaderName.Join(column.Parts.Where(p => p != label)) is { Length: > 0 } rest && WritableText.IsKey(rest) ? rest : fallback;
            if (labels.TryAdd(label, ImmutableDictionary.Create<string, string>(StringComparer.Ordinal))) order.Add(label);
            if (!values.Contains(value)) values.Add(value);
            labels[label] = labels[label].SetItem(value, column.Name);
        }

        int grades = order.Select(l => GradeText.TryRead(l, out int grade) ? grade : 0).Distinct().Count();
        return grades < 2 ? null : new GradeColumns([.. order.Select(l => (l, labels[l]))], [.. values]);
    }

    /// <summary>The columns as they are once the grades have become rows.</summary>
    public ImmutableArray<SampleColumn> Apply(ImmutableArray<SampleColumn> columns)
    {
        int records = columns.Select(c => c.Cells.Length).DefaultIfEmpty().Max();
        Dictionary<string, SampleColumn> byName = new(StringComparer.Ordinal);
        foreach (SampleColumn column in columns) byName.TryAdd(column.Name, column);
        ImmutableArray<SampleColumn>.Builder made = ImmutableArray.CreateBuilder<SampleColumn>();
        foreach (SampleColumn column in columns.Where(c => LabelOf(c) is null)) made.Add(column with { Cells = [.. Labels.SelectMany(_ => column.Cells)] });
        made.Add(new SampleColumn([GradeName], [.. Labels.SelectMany(l => Enumerable.Repeat(l.Label, records))]));
        foreach (string value in Values)
            made.Add(new SampleColumn([.. value.Split('/')], [.. Labels.SelectMany(l => l.Columns.TryGetValue(value, out string? name) ? byName[name].Cells : [])]));
        return made.ToImmutable();
    }

    private static string? LabelOf(SampleColumn column) => column.Parts.FirstOrDefault(p => GradeText.TryRead(p, out _) && WritableText.IsKey(p));
}
