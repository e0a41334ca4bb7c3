using System.Collections.Immutable;
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
        bool hasValues = timeline.Steps.Any(s => !s.Values.IsEmpty);
        _parts.OpenTable(page, book.Say("book.timeline"), hasValues ? ["book.since", "book.held", "book.valuesInForce"] : ["book.since", "book.held"]);
        FindingSource? law = null;
        foreach (TimelineStep step in timeline.Steps)
        {
            Write(page, step, step.Source == law ? null : step.Source, hasValues);
            law = step.Source;
        }

        BookParts.CloseTable(page);
    }

    private void Write(HtmlText page, TimelineStep step, FindingSource? newLaw, bool hasValues)
    {
        page.Open("tr").Element("th", step.From is { } from ? BookContext.Day(from) : book.Say("book.sinceEver"), ("scope", "row"), ("class", "day")).Open("td");
        if (step.Severity is { } severity) page.Text(book.Say("book.inForce", step.Pack, book.Say($"severity.{severity}")));
        else page.Text(book.Say("book.notInForce"));
        if (step.Relaxation is { } relaxation) page.Text(book.Say("book.relaxedBy", relaxation.Authority.In(book.Language)));
        if (newLaw is not null)
        {
            page.Text(book.Say("book.heldWith"));
            _parts.LawTitle(page, newLaw);
        }

        page.Close();
        if (hasValues) Write(page, step.Values);
        page.CloseLine();
    }

    private void Write(HtmlText page, ImmutableArray<TimelineValue> values)
    {
        page.Open("td");
        if (!values.IsEmpty) page.Open("ul");
        foreach (TimelineValue value in values.OrderBy(v => v.Name, StringComparer.Ordinal).ThenBy(v => KeyTitles.PlaceOf(book, v.Name, v.Trail[0].Pack, v.Key))) Write(page, value);
        if (!values.IsEmpty) page.Close();
        page.Close();
    }

    private void Write(HtmlText page, TimelineValue value)
    {
        (ParameterDefinition? definition, RulePack? pack) = DefinitionOf(value);
        string title = pack is null ? value.Name : book.Words.TitleOf(pack, value.Name);
        string name = value.Key is { } key ? book.Say("proof.keyed", title, KeyTitles.Of(book, definition?.Signature.By, key)) : title;
        if (value.Season is { } season) name = book.Say("book.ofSeason", name, season.ToString());
        ValueStep first = value.Trail[0];
        page.Open("li");
        if (pack is null) page.Text(name);
        else page.Link(BookAddress.OfParameter(pack, value.Name), name);
        page.Text(book.Say("book.valueIs", Text(value, value.Value, definition)));
        page.Text(first.Since is { } since ? book.Say("book.valueSetBy", first.Pack, BookContext.Day(since)) : book.Say("book.valueSetEver", first.Pack));
        if (first.Source is { } law)
        {
            page.Text(book.Say("book.valueBy"));
            _parts.LawTitle(page, law);
        }

        page.Text(book.Say("book.valueEnd"));
        foreach (ValueStep step in value.Trail.Skip(1).Where(s => s.Role != ValueRole.Superseded))
            page.Text(book.Say("book.valueOver", book.Say($"role.{step.Role}"), Text(value, step.Value, definition), step.Pack));
        page.Close();
    }

    private (ParameterDefinition? Definition, RulePack? Pack) DefinitionOf(TimelineValue value) =>
        book.Catalogue.Packs.Find(value.Trail[0].Pack) is { } pack ? (book.BookOf(pack).Definition(value.Name), pack) : (null, null);

    private string Text(TimelineValue of, FindingValue value, ParameterDefinition? definition) =>
        of.Unit is null || value.Type != FieldType.Number ? value.Text : new ValueText(book.Catalogue.Schema).WithUnit(value.Text, definition?.Signature.Type.Unit, book.Language);
}
