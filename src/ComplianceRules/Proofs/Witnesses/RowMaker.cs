using System.Globalization;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Proofs;

/// <summary>Makes a real snapshot of a sketch.</summary>
/// <param name="schema">The tables and fields of all packs.</param>
internal sealed class RowMaker(FactSchema schema)
{
    // No code of a region, so that no level is worked out of it.
    private const string Id = "w";

    /// <summary>The row of a sketch; null where the data is refused.</summary>
    /// <param name="sketch">The sketch.</param>
    public MadeRow? Make(Sketch sketch)
    {
        if (Build(sketch, false) is not { } now) return null;
        bool asksBefore = sketch.Facts.Any(f => f.Row.InPrevious);
        FactTable table = now.Table(sketch.Subject);
        for (int row = 0; row < table.Count; row++)
        {
            if (table.Id(row) == Id) return new MadeRow(now, asksBefore ? Build(sketch, true) : null, table, row);
        }

        return null;
    }

    private Snapshot? Build(Sketch sketch, bool before)
    {
        SnapshotBuilder builder = new(schema, new SnapshotOptions());
        Dictionary<string, int> rows = Chain(builder, sketch.Subject);
        foreach (SketchedFact fact in sketch.Facts.Where(f => f.Row.InPrevious == before))
        {
            if (RowOf(rows, sketch.Subject, fact.Row) is { } at) Set(builder.Table(fact.Row.Table), at, fact, sketch.Facts);
        }

        if (!before)
        {
            foreach (FactPlace list in sketch.Reported) Report(builder, rows, sketch.Subject, list.Row, list.List!);
            foreach (SketchedItems items in sketch.Items) Fill(builder, rows, sketch.Subject, items);
        }

        return builder.Build().Value;
    }

    // The subject and one row of every table above it; above a region another region.
    private Dictionary<string, int> Chain(SnapshotBuilder builder, string subject)
    {
        Dictionary<string, int> rows = new(StringComparer.Ordinal);
        int above = -1;
        TableSchema[] tables = [.. schema.SelfAndAncestors(subject)];
        if (tables[^1].Parent == tables[^1].Name) rows[string.Empty] = above = builder.Table(tables[^1].Name).Add(Id + Id, -1);
        foreach (TableSchema table in tables.Reverse()) rows[table.Name] = above = builder.Table(table.Name).Add(Id, above);
        return rows;
    }

    private static int? RowOf(Dictionary<string, int> rows, string subject, RowPath path)
    {
        bool isAbove = path.Above && path.Table == subject;
        return rows.TryGetValue(isAbove ? string.Empty : path.Table, out int row) ? row : null;
    }

    private static void Report(SnapshotBuilder builder, Dictionary<string, int> rows, string subject, RowPath path, string list)
    {
        if (RowOf(rows, subject, path) is not { } row) return;
        builder.Table(path.Table).ReportList(row, list);
        if (path.Table == BaseTables.Region) builder.CoverRow(row);
    }

    private void Fill(SnapshotBuilder builder, Dictionary<string, int> rows, string subject, SketchedItems items)
    {
        Report(builder, rows, subject, items.List.Row, items.List.List);
        if (RowOf(rows, subject, items.List.Row) is not { } owner) return;
        int parent = owner;
        TableSchema[] between = [.. schema.SelfAndAncestors(items.List.Table).TakeWhile(t => t.Name != items.List.Row.Table).Skip(1).Reverse()];
        foreach (TableSchema table in between)
        {
            string? list = table.Children;
            if (table.Parent == items.List.Row.Table) builder.Table(items.List.Row.Table).ReportList(owner, list);
            parent = builder.Table(table.Name).Add($"{items.List.List}-{Id}", parent);
            builder.Table(table.Name).ReportList(parent, items.List.List);
        }

        TableBuilder children = builder.Table(items.List.Table);
        for (int i = 0; i < items.Items.Length; i++)
        {
            int row = children.Add(string.Create(CultureInfo.InvariantCulture, $"{items.List.List}-{i}"), parent);
            foreach (SketchedFact fact in items.Items[i].Where(f => row >= 0)) Set(children, row, fact, items.Items[i]);
        }
    }

    private static void Set(TableBuilder table, int row, SketchedFact fact, IEnumerable<SketchedFact> others)
    {
        if (table.Schema.Field(fact.Field.Name) is not { } field) return;
        switch (fact.Value)
        {
            case NumberValue number:
                table.SetNumber(row, field, double.Parse(number.Text, CultureInfo.InvariantCulture));
                break;
            case BoolValue truth:
                table.SetBool(row, field, truth.Truth);
                break;
            case TextValue text:
                table.SetText(row, field, text.Content);
                break;
            case SetValue set:
                table.SetSet(row, field, [.. set.Members]);
                break;
            case DateValue date:
                table.SetDate(row, field, date.Day);
                break;
            case TimeValue time:
                table.SetTime(row, field, time.Minutes);
                break;
            default:
                LeaveOut(table, row, field, others);
                break;
        }
    }

    // A stage that is not given is filled in from the grade; one that contradicts the grade is unknown.
    private static void LeaveOut(TableBuilder table, int row, FieldSchema field, IEnumerable<SketchedFact> others)
    {
        if (field.Name != StageFacts.Stage || table.Schema.Name is not (BaseTables.Class or BaseTables.YearGroup)) return;
        double? grade = others.FirstOrDefault(f => f.Field.Name == StageFacts.Grade && f.Value is NumberValue)?.Value is NumberValue number
            ? double.Parse(number.Text, CultureInfo.InvariantCulture)
            : null;
        string? system = (others.FirstOrDefault(f => f.Field.Name == StageFacts.SchoolingSystem)?.Value as TextValue)?.Content;
        if (StageFacts.Of(grade, system) is { } follows) table.SetText(row, field, field.Options.Select(o => o.Key).First(k => k != follows));
    }
}
