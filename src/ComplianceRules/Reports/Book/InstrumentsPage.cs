using ComplianceRules.Packs;

namespace ComplianceRules.Reports;

/// <summary>The page of all instruments, each with what is known of it and the rules that stand on it.</summary>
/// <param name="book">The book.</param>
internal sealed class InstrumentsPage(BookContext book)
{
    private readonly BookParts _parts = new(book);

    public string Write(HtmlText page)
    {
        string title = book.Say("book.instruments");
        page.Element("h1", title).Line().Element("p", book.Say("book.instrumentsAbout")).Line();
        foreach (RulePack pack in book.Catalogue.Packs.Packs.Where(p => p.Instruments.Count > 0))
        {
            page.Open("h2").Link(BookAddress.Of(pack), pack.Title.In(book.Language)).CloseLine();
            foreach (Instrument instrument in pack.Instruments.Values) Write(page, pack, instrument);
        }

        return title;
    }

    private void Write(HtmlText page, RulePack pack, Instrument instrument)
    {
        page.Open("section", ("id", BookAddress.OfInstrument(pack, instrument.Id).Anchor)).Line();
        page.Open("h3").Text(instrument.Title.In(book.Language)).Text(" ").Element("code", instrument.Id).CloseLine().Open("dl").Line();
        Row(page, "book.number", instrument.Number);
        Row(page, "book.issuer", book.In(instrument.Issuer));
        Row(page, "book.issued", instrument.Issued);
        Row(page, "book.effectiveFrom", instrument.Effective);
        Row(page, "book.kindOfInstrument", book.Say($"instrument.{instrument.Kind}"));
        Row(page, "book.certainty", book.Say($"certainty.{instrument.Certainty}"));
        if (instrument.Note is { } note) Row(page, "book.note", note);
        page.Element("dt", book.Say("book.rulesOnIt")).Open("dd");
        _parts.Rules(page, book.Resting[(pack.Id, instrument.Id)]);
        page.CloseLine().CloseLine().CloseLine();
    }

    private void Row(HtmlText page, string key, string? text)
    {
        page.Element("dt", book.Say(key)).Open("dd");
        _parts.Given(page, text);
        page.CloseLine();
    }
}
