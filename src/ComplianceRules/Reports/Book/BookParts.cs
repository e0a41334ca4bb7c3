using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Reports;

/// <summary>What pages of a book have in common.</summary>
/// <param name="book">The book.</param>
internal sealed class BookParts(BookContext book)
{
    /// <summary>Begins a table that a narrow screen moves sideways by itself.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="caption">What it shows; null for nothing.</param>
    /// <param name="heads">The keys of its heads.</param>
    public void OpenTable(HtmlText page, string? caption, params ReadOnlySpan<string> heads)
    {
        page.Open("div", ("class", "wide")).Open("table");
        if (caption is not null) page.Element("caption", caption);
        page.Open("thead").Open("tr");
        foreach (string head in heads) page.Element("th", book.Say(head), ("scope", "col"));
        page.Close().Close().Line().Open("tbody").Line();
    }

    /// <summary>Ends a table.</summary>
    /// <param name="page">Where to.</param>
    public static void CloseTable(HtmlText page) => page.Close().Close().CloseLine();

    /// <summary>A text, or the words for what a source does not give.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="text">The text; null where the source does not give it.</param>
    public void Given(HtmlText page, string? text)
    {
        if (text is null) page.Element("span", book.Say("book.notGiven"), ("class", "absent"));
        else page.Text(text);
    }

    /// <summary>Rules as a list of links.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="rules">The rules.</param>
    public void Rules(HtmlText page, IEnumerable<CheckedRule> rules)
    {
        CheckedRule[] all = [.. rules];
        if (all.Length == 0)
        {
            page.Element("span", book.Say("book.none"), ("class", "absent"));
            return;
        }

        page.Open("ul");
        foreach (CheckedRule rule in all)
        {
            page.Open("li").Link(BookAddress.Of(rule), rule.Rule.Title.In(book.Language)).Text(" ").Element("code", rule.FullId).Close();
        }

        page.Close();
    }

    /// <summary>A law: title, number, issuer, clause, how surely it is known.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="pack">The pack that refers to it.</param>
    /// <param name="source">The reference; null where the pack gives none.</param>
    public void Law(HtmlText page, RulePack pack, SourceReference? source)
    {
        if (source is null || book.OwnerOf(pack, source.Instrument) is not { } owner)
        {
            page.Element("span", book.Say("book.noSource"), ("class", "absent"));
            return;
        }

        Law(page, owner, owner.Instruments[source.Instrument], source.Clause);
    }

    /// <summary>The title and the clause of a law, where everything else of it stands nearby.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="law">The law.</param>
    public void LawTitle(HtmlText page, FindingSource law)
    {
        RulePack pack = book.Catalogue.Packs.Find(law.Pack)!;
        RulePack owner = book.OwnerOf(pack, law.Instrument.Id) ?? pack;
        page.Link(BookAddress.OfInstrument(owner, law.Instrument.Id), law.Instrument.Quoted(book.Language));
        if (law.Clause is { } clause) page.Text(" ").Text(book.Say("book.clause", clause));
    }

    private void Law(HtmlText page, RulePack owner, Instrument instrument, string? clause)
    {
        page.Link(BookAddress.OfInstrument(owner, instrument.Id), instrument.Quoted(book.Language));
        string number = instrument.Number ?? book.Say("book.numberNotGiven");
        string issuer = book.In(instrument.Issuer) ?? book.Say("book.issuerNotGiven");
        page.Text(book.Say("book.lawDetails", number, issuer, clause is null ? book.Say("book.clauseNotGiven") : book.Say("book.clause", clause), book.Say($"certainty.{instrument.Certainty}")));
    }

    /// <summary>A paragraph with a remark of an author; none where there is none.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="note">The remark.</param>
    public void Note(HtmlText page, LocalText? note)
    {
        if (book.In(note) is { } text) page.Element("p", book.Say("book.noteOf", text), ("class", "meta")).Line();
    }
}
