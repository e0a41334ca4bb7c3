using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Spreadsheets.Workbooks;

namespace ComplianceRules.Spreadsheets.Forms;

/// <summary>Works out the sheets of a form, the snapshot's own first, each table after those above it.</summary>
/// <param name="facts">What the form has to ask for.</param>
internal sealed class FormSheets(NeededFacts facts)
{
    /// <summary>The name by which the sheet of the snapshot itself is read.</summary>
    public const string Snapshot = "snapshot";

    private const string Id = "id";
    private const string Nation = "CN";

    private readonly FieldColumn _fields = new(facts.Schema.Units);

    public ImmutableArray<FormSheet> All() => [OfSnapshot(), .. facts.Tables.Select(Of)];

    /// <summary>What people call a table.</summary>
    public static LocalText TitleOf(TableSchema table) => table.Title == LocalText.Empty ? LocalText.Same(table.Name) : table.Title;

    private FormSheet OfSnapshot()
    {
        LocalText title = new(FormTexts.Entries["example.school"].Chinese, null);
        return new FormSheet(Snapshot, FormTexts.Entries["snapshot.sheet"],
        [
            new("date", FormTexts.Say("head.date"), FormTexts.Say("about.date"), FormExample.Day) { Format = CellFormat.Date },
            new("title", FormTexts.Say("head.title"), FormTexts.Say("about.text"), FormExample.Text(title.Chinese!)) { Format = CellFormat.Text },
            new("covers", FormTexts.Say("head.covers"), FormTexts.Say("about.covers"), FormExample.Text(SomeRegion())) { Format = CellFormat.Text },
        ]);
    }

    private FormSheet Of(NeededTable needed)
    {
        TableSchema table = needed.Table;
        bool isYearGroup = table.Name == BaseTables.YearGroup;
        IEnumerable<FormColumn> own = isYearGroup ? [] : [IdOf(table)];
        IEnumerable<FormColumn> fields = needed.Fields.Select(f => isYearGroup && f.Name == StageFacts.Grade ? KeyOf(f) : Named(table, f));
        return new FormSheet(table.Name, TitleOf(table), [.. own, .. ParentsOf(table), .. fields, .. needed.Lists.Select(ListOf)]);
    }

    private FormColumn KeyOf(FieldSchema field)
    {
        FormColumn column = _fields.Of(field);
        return column with { IsKey = true, About = FieldColumn.Lines(FormTexts.Say("about.key"), column.About, FormTexts.Say("about.blank")) };
    }

    private FormColumn Named(TableSchema table, FieldSchema field)
    {
        FormColumn column = _fields.Of(field);
        return table.Name == BaseTables.School && field.Name == "name" ? column with { Example = FormExample.Text(FormTexts.Entries["example.school"].Chinese!) } : column;
    }

    private FormColumn IdOf(TableSchema table)
    {
        LocalText title = FormTexts.Say(table.Name == BaseTables.Region ? "head.region" : "head.id", TitleOf(table));
        List<LocalText> about = [table.HasGlobalIds ? FormTexts.Say("about.id") : FormTexts.Say("about.id.below", TitleOf(facts.Schema.Tables[table.Parent!]))];
        if (table.Personal) about.Add(FormTexts.Say("about.id.personal"));
        about.Add(FormTexts.Say("about.blank"));
        return Key(Id, title, FieldColumn.Lines(about), table.Name == BaseTables.Region ? SomeRegion() : ExampleId(table));
    }

    // The parent's own id tells a row only where no other parent can have the same; else the row names those further up too.
    private IEnumerable<FormColumn> ParentsOf(TableSchema table)
    {
        for (TableSchema at = table; at.Parent is { } name && name != at.Name;)
        {
            TableSchema parent = facts.Schema.Tables[name];
            LocalText title = TitleOf(parent);
            yield return name == BaseTables.Region
                ? Key(name, FormTexts.Say("head.region"), FormTexts.Say("about.region", LocalText.Same(SomeRegion())), SomeRegion())
                : Key(name, FormTexts.Say("head.id", title), FormTexts.Say("about.parent", title), ExampleId(parent));
            if (parent.HasGlobalIds) yield break;
            at = parent;
        }
    }

    private static FormColumn ListOf(TableSchema list)
    {
        LocalText title = TitleOf(list);
        LocalText about = FieldColumn.Lines(FormTexts.Say("about.list", title));
        return new FormColumn(list.Children, FormTexts.Say("head.list", title), about, FormExample.Yes) { IsYesOrNo = true };
    }

    private static FormColumn Key(string name, LocalText title, LocalText about, string example) =>
        new(name, title, about, FormExample.Text(example)) { IsKey = true, Format = CellFormat.Text };

    private static string ExampleId(TableSchema table) => FormTexts.Entries["example"].Chinese + TitleOf(table).Chinese;

    private string SomeRegion() => facts.Options.Only?.Text ?? facts.Packs.Select(p => p.Region?.Text).OfType<string>().LastOrDefault() ?? Nation;
}
