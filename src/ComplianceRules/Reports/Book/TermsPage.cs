using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Reports;

/// <summary>The page of all tables and fields: what they are called in both languages, what they mean, who reads them.</summary>
/// <param name="book">The book.</param>
internal sealed class TermsPage(BookContext book)
{
    private const int MostReaders = 3;

    private readonly BookParts _parts = new(book);

    private FactSchema Schema => book.Catalogue.Schema;

    public string Write(HtmlText page)
    {
        string title = book.Say("book.terms");
        page.Element("h1", title).Line().Element("p", book.Say("book.termsAbout")).Line();
        page.Open("ul").Line();
        foreach (TableSchema table in Schema.Tables.Values) page.Open("li").Element("a", TitleOf(table), ("href", $"#{table.Name}")).CloseLine();
        page.CloseLine();
        foreach (TableSchema table in Schema.Tables.Values) Write(page, table);
        return title;
    }

    private void Write(HtmlText page, TableSchema table)
    {
        page.Open("h2", ("id", table.Name)).Text(TitleOf(table)).Text(" ").Element("code", table.Name).CloseLine();
        if (book.In(table.Meaning) is { } meaning) page.Element("p", meaning).Line();
        if (table.Parent is { } parent && Schema.Table(parent) is { } above) page.Element("p", book.Say("book.tableBelow", TitleOf(above), table.Children), ("class", "meta")).Line();
        if (table.Personal) page.Element("p", book.Say("book.tablePersonal"), ("class", "meta")).Line();
        _parts.OpenTable(page, null, "book.field", "book.chinese", "book.english", "book.what", "book.meaning", "book.readBy");
        foreach (FieldSchema field in table.Fields.Values.Concat(table.DerivedFields.Values).OrderBy(f => f.Name, StringComparer.Ordinal)) Write(page, table, field);
        BookParts.CloseTable(page);
    }

    private void Write(HtmlText page, TableSchema table, FieldSchema field)
    {
        page.Open("tr", ("id", BookAddress.OfField(table.Name, field.Name).Anchor)).Open("th", ("scope", "row")).Element("code", field.Name).Close();
        page.Open("td", ("lang", "zh-CN"));
        _parts.Given(page, field.Title.Chinese);
        page.Close().Open("td", ("lang", "en"));
        _parts.Given(page, field.Title.English);
        page.Close().Element("td", Kind(field)).Open("td");
        if (book.In(field.Meaning) is { } meaning) page.Element("p", meaning);
        if (field.IsDerived) page.Element("p", book.Say("book.derived", Derivation(table, field)));
        _parts.Note(page, field.Note);
        page.Close().Open("td");
        WriteReaders(page, [.. book.Readers[(table.Name, field.Name)]]);
        page.Close().CloseLine();
    }

    // Hundreds of rules read the grade.
    private void WriteReaders(HtmlText page, ImmutableArray<CheckedRule> rules)
    {
        if (rules.Length > MostReaders) page.Open("details").Element("summary", book.Say("book.readByCount", rules.Length));
        _parts.Rules(page, rules);
        if (rules.Length > MostReaders) page.Close();
    }

    private string Derivation(TableSchema table, FieldSchema field)
    {
        if (new DerivedFacts(Schema, []).Definition(table.Name, field, new DiagnosticBag()) is not { } definition) return string.Empty;
        WordSources sources = new((p, _) => p.Name, e => e.Name, id => id);
        return new ExpressionWords(Schema, table.Name, sources, book.Language).Of(definition, field.Options);
    }

    private string Kind(FieldSchema field)
    {
        List<string> parts = [book.Say($"type.{field.Type}")];
        if (field.Unit is { } unit && !unit.Equals(Unit.One)) parts.Add(unit.Label(book.Language, Schema.Units, isPlural: true));
        if (field.Range is { } range) parts.Add(book.Say("book.range", Number(range.Low), Number(range.High)));
        if (field.Scale is { } scale && !field.IsDerived) parts.Add(book.Say("book.range", TimeScale.Format(scale.Low), TimeScale.Format(scale.High)));
        if (field.Step is { } step) parts.Add(book.Say("book.step", Number(step)));
        if (!field.Options.IsEmpty) parts.Add(book.Say("book.options", string.Join(book.Say("list"), field.Options.Select(o => book.Say("book.option", o.Title.In(book.Language), o.Key)))));
        return string.Join(book.Say("book.separator"), parts);
    }

    private string TitleOf(TableSchema table) => book.In(table.Title) ?? table.Name;

    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
