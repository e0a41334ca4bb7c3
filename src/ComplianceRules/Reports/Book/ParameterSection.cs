using ComplianceRules.Engine;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Reports;

/// <summary>The parameters that a pack introduces or gives values, each with all its values, their days and their sources.</summary>
/// <param name="book">The book.</param>
/// <param name="pack">The pack.</param>
internal sealed class ParameterSection(BookContext book, RulePack pack)
{
    private readonly BookParts _parts = new(book);
    private readonly ValueText _values = new(book.Catalogue.Schema);

    public void Write(HtmlText page)
    {
        if (pack.Parameters.IsEmpty) return;
        page.Element("h2", book.Say("book.parameters"), ("id", "values")).Line().Element("p", book.Say("book.parametersAbout")).Line();
        ParameterBook all = book.BookOf(pack);
        foreach (Parameter parameter in pack.Parameters) Write(page, parameter, all);
    }

    private void Write(HtmlText page, Parameter parameter, ParameterBook all)
    {
        if (all.Definition(parameter.Name) is not { } definition) return;
        page.Open("section", ("id", BookAddress.OfParameter(pack, parameter.Name).Anchor)).Line();
        string title = book.Words.TitleOf(pack, parameter.Name);
        page.Open("h3");
        if (title != parameter.Name) page.Text(title).Text(" ");
        page.Element("code", parameter.Name).CloseLine();
        page.Open("p", ("class", "meta")).Text(book.Say($"strictness.{definition.Strictness}"));
        if (definition.Pack != pack) page.Text(book.Say("book.introducedBy")).Link(BookAddress.OfParameter(definition.Pack, parameter.Name), definition.Pack.Title.In(book.Language));
        page.CloseLine();
        _parts.Note(page, parameter.Note);
        if (parameter.Relaxes is { } relaxes)
        {
            page.Open("p").Text(book.Say("book.relaxes", relaxes.Authority.In(book.Language)));
            _parts.Law(page, pack, relaxes.Source);
            page.CloseLine();
        }

        _parts.OpenTable(page, null, "book.valueFrom", "book.valueUntil", "book.season", "book.key", "book.value", "book.source");
        foreach (ParameterEntry entry in all.Entries(parameter.Name).Where(e => e.Pack == pack)) Write(page, entry, definition);
        BookParts.CloseTable(page);
        page.CloseLine();
    }

    private void Write(HtmlText page, ParameterEntry entry, ParameterDefinition definition)
    {
        DatedValue written = entry.Written;
        page.Open("tr").Element("th", written.From is { } from ? BookContext.Day(from) : book.Say("book.sinceEver"), ("scope", "row"));
        page.Element("td", written.Until is { } until ? BookContext.Day(until) : book.Say("book.openEnd"));
        page.Element("td", written.Season?.ToString() ?? book.Say("book.allYear"));
        page.Element("td", entry.Key is { } key ? KeyTitles.Of(book, definition.Signature.By, key) : book.Say("book.allKeys"));
        page.Element("td", _values.Of(entry.Value, definition.Signature.Type, [], null, book.Language)).Open("td");
        _parts.Law(page, pack, written.Source);
        _parts.Note(page, written.Note);
        page.Close().CloseLine();
    }
}
