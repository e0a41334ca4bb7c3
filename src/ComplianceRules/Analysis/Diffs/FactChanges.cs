using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Analysis;

/// <summary>Finds tables and fields that came, went or changed.</summary>
internal static class FactChanges
{
    /// <summary>The changes between two schemas.</summary>
    /// <param name="before">The old one.</param>
    /// <param name="after">The new one.</param>
    public static IEnumerable<PackChange> Of(FactSchema before, FactSchema after)
    {
        foreach (string name in before.Tables.Keys.Union(after.Tables.Keys, StringComparer.Ordinal))
        {
            (TableSchema? old, TableSchema? now) = (before.Table(name), after.Table(name));
            foreach (PackChange change in One("表", "table", name, Shape(old), Shape(now))) yield return change;
            if (old is not null && now is not null && (old.Title != now.Title || old.Meaning != now.Meaning)) yield return Titled(name);
            foreach (string field in NamesOf(old).Union(NamesOf(now), StringComparer.Ordinal))
            {
                (FieldSchema? was, FieldSchema? has) = (old?.Fact(field), now?.Fact(field));
                foreach (PackChange change in One("事实", "fact", $"{name}.{field}", Shape(before, name, was), Shape(after, name, has))) yield return change;
                if (was is not null && has is not null && !AreTitledAlike(was, has)) yield return Titled($"{name}.{field}");
            }
        }
    }

    private static IEnumerable<string> NamesOf(TableSchema? table) => table is null ? [] : table.Fields.Keys.Concat(table.DerivedFields.Keys);

    private static IEnumerable<PackChange> One(string chinese, string english, string name, string? before, string? after)
    {
        if (before == after) return [];
        LocalText text = (before, after) switch
        {
            (null, _) => new LocalText($"新增{chinese} `{name}`（{after}）", $"the {english} `{name}` was added ({after})"),
            (_, null) => new LocalText($"取消{chinese} `{name}`", $"the {english} `{name}` was removed"),
            _ => new LocalText($"{chinese} `{name}` 由 {before} 改为 {after}", $"the {english} `{name}` is {after} instead of {before}"),
        };
        return [new PackChange(PackChangeKind.Facts, null, name, text) { Before = before, After = after }];
    }

    private static PackChange Titled(string name) => new(PackChangeKind.Texts, null, name, new LocalText($"`{name}` 的文字", $"the texts of `{name}`"));

    private static string? Shape(TableSchema? table) => table is null ? null : $"{table.Children} < {table.Parent ?? "-"}{(table.Personal ? ", personal" : string.Empty)}";

    private static string? Shape(FactSchema schema, string table, FieldSchema? field)
    {
        if (field is null) return null;
        List<string> parts = [FieldTypeWords.Of(field.Type)];
        if (field.Unit is { } unit) parts.Add(unit.Text);
        if (field.Range is { } range) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{range.Low:R}..{range.High:R}"));
        if (field.Scale is { } scale) parts.Add($"{TimeScale.Format(scale.Low)}..{TimeScale.Format(scale.High)}");
        if (field.Step is { } step) parts.Add(string.Create(CultureInfo.InvariantCulture, $"step {step:R}"));
        if (!field.Options.IsEmpty) parts.Add(string.Join(" ", field.Options.Select(o => o.Key)));
        if (field.ChangeCost is { } cost) parts.Add(string.Create(CultureInfo.InvariantCulture, $"changeCost {cost:R}"));
        if (field.MovesWithin is { } within) parts.Add($"movesWithin {within}");
        if (field.IsDerived) parts.Add($"= {Definition(schema, table, field)}");
        return string.Join(", ", parts);
    }

    private static string Definition(FactSchema schema, string table, FieldSchema field)
    {
        TypedExpression definition = new DerivedFacts(schema, []).Definition(table, field, new DiagnosticBag())!;
        return new ExpressionPrinter(new ExpressionScope(schema, table, ImmutableSortedDictionary<string, ParameterSignature>.Empty)).Text(definition);
    }

    private static bool AreTitledAlike(FieldSchema before, FieldSchema after) =>
        before.Title == after.Title && before.Meaning == after.Meaning && before.Options.Select(o => o.Title).SequenceEqual(after.Options.Select(o => o.Title));
}
