using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Reports;

/// <summary>How a rule developed, as a table: each day on which anything changed, what held from then on, on which law.</summary>
/// <param name="book">The book.</param>
internal sealed class TimelineSection(BookContext book)
{
    private readonly BookParts _parts = new(book);

    /// <summary>Writes a timeline.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="timeline">The timeline.</param>
    public void Write(HtmlText page, RuleTimeline timeline)
    {
        if (timeline.Steps.IsEmpty) return;
        _parts.OpenTable(page, book.Say("book.timeline"), "book.since", "book.held", "book.lawOfRule", "book.valuesInForce");
        foreach (TimelineStep step in timeline.Steps) Write(page, step);
        BookParts.CloseTable(page);
    }

    private void Write(HtmlText page, TimelineStep step)
    {
        page.Open("tr").Element("th", step.From is { } from ? BookContext.Day(from) : book.Say("book.sinceEver"), ("scope", "row"));
        if (step.Severity is not { } severity || step.Source is not { } law)
        {
            page.Element("td", book.Say("book.notInForce")).Element("td", string.Empty).Element("td", string.Empty).CloseLine();
            return;
        }

        page.Open("td").Text(book.Say("book.inForce", step.Pack, book.Say($"severity.{severity}")));
        if (step.Relaxation is { } relaxation) page.Text(book.Say("book.relaxedBy", relaxation.Authority.In(book.Language)));
        page.Close().Open("td");
        _parts.Law(page, law);
        page.Close().Open("td");
        if (step.Values.Length > 0)
        {
            page.Open("ul");
            foreach (TimelineValue value in step.Values) Write(page, value);
            page.Close();
        }

        page.Close().CloseLine();
    }

    private void Write(HtmlText page, TimelineValue value)
    {
        (ParameterDefinition? definition, RulePack? pack) = DefinitionOf(value);
        string title = pack is null ? value.Name : book.Words.TitleOf(pack, value.Name);
        string name = value.Key is { } key ? book.Say("proof.keyed", title, KeyTitles.Of(book, definition?.Signature.By, key)) : title;
        if (value.Season is { } season) name = book.Say("book.ofSeason", name, season.ToString());
        page.Open("li").Text(book.Say("book.valueOf", name, Text(value, value.Value, definition)));
        if (value.Trail[0] is { } first) page.Text(book.Say("book.valueSetBy", first.Pack, first.Since is { } since ? BookContext.Day(since) : book.Say("book.sinceEver")));
        foreach (ValueStep step in value.Trail.Skip(1).Where(s => s.Role != ValueRole.Superseded))
            page.Text(book.Say("book.valueOver", book.Say($"role.{step.Role}"), Text(value, step.Value, definition), step.Pack));
        page.Close();
    }

    private (ParameterDefinition? Definition, RulePack? Pack) DefinitionOf(TimelineValue value) =>
        book.Catalogue.Packs.Find(value.Trail[0].Pack) is { } pack ? (book.Catalogue.BookOf(pack).Definition(value.Name), pack) : (null, null);

    private string Text(TimelineValue of, FindingValue value, ParameterDefinition? definition) =>
        of.Unit is null || value.Type != FieldType.Number ? value.Text : new ValueText(book.Catalogue.Schema).WithUnit(value.Text, definition?.Signature.Type.Unit, book.Language);
}
