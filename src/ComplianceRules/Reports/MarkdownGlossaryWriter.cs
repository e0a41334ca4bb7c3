using System.Collections.Immutable;
using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Reports;

/// <summary>Writes the terms of a schema as a glossary in Chinese and English: tables, facts, keys and units with what each means.</summary>
/// <remarks>Markdown in UTF-8 with LF; the same schema gives the same bytes. May be called from several threads.</remarks>
public static class MarkdownGlossaryWriter
{
    private const int ShownKeys = 12;

    /// <summary>Writes the glossary.</summary>
    /// <param name="schema">The tables and facts, of a catalogue or of the base tables.</param>
    /// <param name="output">Takes the text; left open.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static void Write(FactSchema schema, Stream output)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(output);
        StringBuilder text = new();
        text.Append("# Glossary · 术语表\n\n");
        text.Append("Every table and fact that the rule packs know, made from their schema. Titles and meanings are the packs' own. ");
        text.Append("A fact that is worked out of others is marked with its expression; no data gives it.\n\n");
        text.Append("规则包所用的全部数据表和事实，由其结构定义生成。由其他事实推导的事实注明表达式，数据中不填。\n");
        foreach (TableSchema table in Ordered(schema)) WriteTable(table, text);
        WriteUnits(schema.Units, text);
        output.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    // From the nation down to what lies below classes, as people think of it.
    private static IEnumerable<TableSchema> Ordered(FactSchema schema) =>
        schema.Tables.Values.OrderBy(t => schema.SelfAndAncestors(t.Name).Count()).ThenBy(t => t.Parent, StringComparer.Ordinal).ThenBy(t => t.Name, StringComparer.Ordinal);

    private static void WriteTable(TableSchema table, StringBuilder text)
    {
        text.Append($"\n## {Cell(Shown(table.Title.Chinese, table.Name))} · {Cell(Shown(table.Title.English, table.Name))}\n\n`{table.Name}`");
        if (table.Parent is { } parent) text.Append($", `{table.Children}` of `{parent}`");
        if (table.Personal) text.Append(" · personal: only counted · 个人数据，只计数");
        text.Append(".\n");
        if (table.Meaning.Chinese is { } chinese) text.Append($"\n{Cell(chinese)}\n");
        if (table.Meaning.English is { } english) text.Append($"\n{Cell(english)}\n");
        FieldSchema[] fields = [.. table.Fields.Values.Concat(table.DerivedFields.Values).OrderBy(f => f.Name, StringComparer.Ordinal)];
        if (fields.Length == 0) return;
        text.Append("\n| 中文 | English | name | holds | 含义 | meaning |\n|---|---|---|---|---|---|\n");
        foreach (FieldSchema field in fields)
            text.Append($"| {Cell(field.Title.Chinese)} | {Cell(field.Title.English)} | `{field.Name}` | {Held(field)} | {Cell(field.Meaning.Chinese)} | {Cell(field.Meaning.English)} |\n");
    }

    private static string Held(FieldSchema field)
    {
        if (field.Derivation is { } derivation) return $"{FieldTypeWords.Of(field.Type)}, worked out: `{Code(derivation.Text)}`";
        return field.Type switch
        {
            FieldType.Number => $"number, {field.Unit?.Text}{(field.Step == 1 ? ", whole" : string.Empty)}",
            FieldType.Enum or FieldType.Set => $"{FieldTypeWords.Of(field.Type)}: {Keys(field.Options)}",
            _ => FieldTypeWords.Of(field.Type),
        };
    }

    private static string Keys(ImmutableArray<FieldOption> options)
    {
        string keys = string.Join(", ", options.Take(ShownKeys).Select(o => $"`{o.Key}` {Cell(o.Title.Chinese)}"));
        return options.Length > ShownKeys ? $"{keys} … ({options.Length})" : keys;
    }

    private static void WriteUnits(ImmutableSortedDictionary<string, LocalText> units, StringBuilder text)
    {
        if (units.IsEmpty) return;
        text.Append("\n## 计数单位 · Counting units\n\n| 中文 | English | unit |\n|---|---|---|\n");
        foreach ((string unit, LocalText title) in units) text.Append($"| {Cell(title.Chinese)} | {Cell(title.English)} | `{unit}` |\n");
    }

    private static string Shown(string? title, string name) => string.IsNullOrEmpty(title) ? name : title;

    // Between backticks only the bar still ends a cell.
    private static string Code(string text) => text.Replace('`', '\'').Replace('\n', ' ').Replace('\r', ' ').Replace("|", "\\|", StringComparison.Ordinal);

    // A pack may be hostile: what would end a cell, a line or begin markup is shown as it is.
    private static string Cell(string? text)
    {
        if (text is null) return string.Empty;
        StringBuilder cell = new(text.Length);
        foreach (char c in text)
        {
            if (c is '|' or '\\' or '`' or '<' or '>' or '[' or ']') cell.Append('\\');
            cell.Append(c is '\n' or '\r' ? ' ' : c);
        }

        return cell.ToString();
    }
}
