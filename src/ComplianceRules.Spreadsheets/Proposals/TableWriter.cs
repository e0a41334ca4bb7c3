using System.Collections.Immutable;
using System.Text.Json;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>Writes the entry of one sheet.</summary>
/// <param name="json">Takes it.</param>
/// <param name="plan">What it says.</param>
/// <param name="own">The tables that have entries of their own, so that no row of theirs is made of repeated columns.</param>
internal sealed class TableWriter(Utf8JsonWriter json, SheetPlan plan, HashSet<string> own)
{
    public void Write()
    {
        SheetLayout layout = plan.Reading.Layout;
        json.WriteStartObject();
        json.WriteString("table", plan.Table.Name);
        json.WriteString("file", WritableText.IsText(plan.Sheet.FileName) ? plan.Sheet.FileName : "*.*");
        if (plan.Sheet.SheetName is { } sheet && WritableText.IsText(sheet)) json.WriteString("sheet", sheet);
        Header(layout);
        if (layout.IsTurned) json.WriteBoolean("transposed", true);
        if (plan.Reading.Grades is { } grades) Unpivot(grades);
        Where();
        Columns("id", plan.Id, plan.SchoolInTitle ?? SheetPlan.UnknownSchool);
        Parent(plan.Table.Parent, plan.Table.Name);
        Fields(plan.Of(plan.Table.Name));
        json.WriteEndObject();
    }

    private void Header(SheetLayout layout)
    {
        (int first, int last) = (layout.FirstHeader + 1, layout.LastHeader + 1);
        if (first != last)
        {
            json.WriteStartArray("header");
            json.WriteNumberValue(first);
            json.WriteNumberValue(last);
            json.WriteEndArray();
        }
        else if (first != 1)
        {
            json.WriteNumber("header", first);
        }
    }

    private void Unpivot(GradeColumns grades)
    {
        json.WriteStartObject("unpivot");
        json.WriteString("name", GradeColumns.GradeName);
        if (grades.IsSimple)
        {
            json.WriteString("value", grades.Values[0]);
            MappingWriter.Texts(json, "columns", [.. grades.Labels.Select(l => l.Label)]);
        }
        else
        {
            json.WriteStartObject("columns");
            foreach ((string label, ImmutableDictionary<string, string> columns) in grades.Labels)
            {
                json.WriteStartObject(label);
                foreach (string value in grades.Values.Where(columns.ContainsKey)) json.WriteString(value, columns[value]);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void Where()
    {
        if (plan.Filters.IsEmpty) return;
        json.WriteStartArray("where");
        foreach ((string column, ImmutableArray<string> texts) in plan.Filters)
        {
            json.WriteStartObject();
            json.WriteString("column", column);
            MappingWriter.Texts(json, "not", texts);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Columns(string key, ImmutableArray<SampleColumn> columns, string text)
    {
        json.WriteStartArray(key);
        foreach (SampleColumn column in columns) json.WriteStringValue(column.Name);
        if (columns.IsEmpty)
        {
            json.WriteStartObject();
            json.WriteString("text", text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // INVARIANT: each step goes to a table nearer to the root; a region is the root.
    private void Parent(string? table, string child)
    {
        if (table is null || table == child || KeyOf(table) is not { } key) return;
        json.WriteStartObject("parent");
        json.WriteString("table", table);
        Columns("key", key, plan.SchoolInTitle ?? SheetPlan.UnknownSchool);
        if (!own.Contains(table) && plan.Of(table).Any()) Fields(plan.Of(table));
        if (!own.Contains(table)) Parent(ParentOf(table), table);
        json.WriteEndObject();
    }

    private ImmutableArray<SampleColumn>? KeyOf(string table) => table switch
    {
        BaseTables.School => plan.SchoolKey is { } school ? [school] : [],
        BaseTables.Class when plan.Reading.Roles.ClassId is { } name => [name],
        BaseTables.YearGroup when plan.Reading.Roles.Grade is { } grade => [grade],
        BaseTables.Region when plan.Reading.Roles.RegionCode is { } region => [region],
        _ => null,
    };

    private static string? ParentOf(string table) => BaseTables.Schema.Table(table)?.Parent;

    private void Fields(IEnumerable<FieldMatch> matches)
    {
        json.WriteStartObject("fields");
        foreach (FieldMatch match in matches.OrderBy(m => m.Field.Field.Name, StringComparer.Ordinal)) Field(match);
        json.WriteEndObject();
    }

    private void Field(FieldMatch match)
    {
        json.WriteStartObject(match.Field.Field.Name);
        json.WriteString("column", match.Column.Name);
        if (match.Fit.Unit is { } unit) json.WriteString("unit", unit.Text);
        if (match.Fit.Format is { } format) json.WriteString("format", format);
        ProposedValue[] values = [.. match.Fit.Values.Where(v => WritableText.IsKey(v.Cell))];
        if (values.Length > 0)
        {
            json.WriteStartObject("values");
            foreach (ProposedValue value in values) MappingWriter.Value(json, value);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
