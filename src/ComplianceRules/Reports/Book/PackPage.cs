using System.Collections.Immutable;
using ComplianceRules.Engine;
using ComplianceRules.Packs;
using ComplianceRules.Proofs;

namespace ComplianceRules.Reports;

/// <summary>The page of one pack: what it is, what it makes of rules further out, its rules by area, its parameters, its instruments.</summary>
/// <param name="book">The book.</param>
/// <param name="pack">The pack.</param>
internal sealed class PackPage(BookContext book, RulePack pack)
{
    private readonly BookParts _parts = new(book);

    public string Write(HtmlText page)
    {
        string title = pack.Title.In(book.Language);
        page.Open("h1").Text(title).Text(" ").Element("code", pack.Id).CloseLine();
        WriteHead(page);
        IGrouping<string, CheckedRule>[] areas = [.. book.RulesOf[pack.Id].GroupBy(r => r.Rule.Area, StringComparer.Ordinal).OrderBy(a => a.Key, StringComparer.Ordinal)];
        WriteContents(page, areas);
        WriteChanges(page);
        if (areas.Length > 0) page.Element("h2", book.Say("book.rules"), ("id", "rules")).Line();
        RuleEntry entry = new(book, pack);
        foreach (IGrouping<string, CheckedRule> area in areas)
        {
            page.Element("h3", book.AreaTitle(area.Key), ("id", $"area/{area.Key}")).Line();
            foreach (CheckedRule rule in area) entry.Write(page, rule);
        }

        new ParameterSection(book, pack).Write(page);
        WriteInstruments(page);
        return title;
    }

    private void WriteHead(HtmlText page)
    {
        page.Open("dl").Line();
        Row(page, "book.region", Reach());
        if (!pack.Within.IsEmpty) Row(page, "book.within", string.Join(book.Say("list"), pack.Within.Select(w => w.Text)));
        if (!pack.Schools.IsEmpty) Row(page, "book.schools", string.Join(book.Say("list"), pack.Schools));
        if (!pack.FormerCodes.IsEmpty) Row(page, "book.formerCodes", string.Join(book.Say("list"), pack.FormerCodes.Select(f => f.Code.Text)));
        Row(page, "book.version", pack.Version.ToNormalizedString());
        ImmutableArray<RulePack> outer = [.. book.Catalogue.Scopes.Of(pack).Where(p => p != pack)];
        if (!outer.IsEmpty) Links(page, "book.stack", outer);
        RulePack[] extended = [.. book.Catalogue.Scopes.Parents(pack)];
        if (extended.Length > 0) Links(page, "book.extends", extended);
        page.CloseLine();
        _parts.Note(page, pack.Note);
    }

    private string Reach()
    {
        if (pack.IsTemplate) return pack.Region is { } of ? book.Say("book.templateOf", of.Text) : book.Say("book.template");
        return pack.Region?.Text ?? book.Say("book.none");
    }

    private void Row(HtmlText page, string key, string text) => page.Element("dt", book.Say(key)).Element("dd", text).Line();

    private void Links(HtmlText page, string key, IEnumerable<RulePack> packs)
    {
        page.Element("dt", book.Say(key)).Open("dd").Open("ul");
        foreach (RulePack other in packs) page.Open("li").Link(BookAddress.Of(other), other.Title.In(book.Language)).Text(" ").Element("code", other.Id).Close();
        page.Close().CloseLine();
    }

    private void WriteContents(HtmlText page, IGrouping<string, CheckedRule>[] areas)
    {
        if (areas.Length == 0) return;
        page.Open("nav", ("aria-label", book.Say("book.contents"))).Line();
        foreach (IGrouping<string, CheckedRule> area in areas)
        {
            page.Element("p", book.AreaTitle(area.Key), ("class", "meta")).Open("ul");
            foreach (CheckedRule rule in area) page.Open("li").Element("a", rule.Rule.Title.In(book.Language), ("href", $"#{BookAddress.Of(rule).Anchor}")).Close();
            page.CloseLine();
        }

        page.CloseLine();
    }

    // Values that change a rule of a pack further out without a rule of this pack's own.
    private void WriteChanges(HtmlText page)
    {
        RuleProof[] changes = [.. book.Proofs.Where(p => p.Pack == pack.Id && p.Replacement is null)];
        if (changes.Length == 0) return;
        page.Element("h2", book.Say("book.changes"), ("id", "changes")).Line().Element("p", book.Say("book.changesAbout")).Line();
        ProofWords words = new(book);
        foreach (IGrouping<string, RuleProof> rule in changes.GroupBy(c => c.Rule, StringComparer.Ordinal).OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            page.Open("section").Open("h3");
            if (book.Catalogue.Families.Of(rule.Key).FirstOrDefault(r => r.FullId == rule.Key) is { } parent) page.Link(BookAddress.Of(parent), parent.Rule.Title.In(book.Language)).Text(" ");
            page.Element("code", rule.Key).CloseLine().Open("ul").Line();
            foreach (RuleProof proof in rule) page.Element("li", words.Of(proof, pack)).Line();
            page.CloseLine();
            new TimelineSection(book).Write(page, book.Words.TimelineOf(rule.Key, pack));
            page.CloseLine();
        }
    }

    private void WriteInstruments(HtmlText page)
    {
        if (pack.Instruments.Count == 0) return;
        page.Element("h2", book.Say("book.instruments"), ("id", "instruments")).Line();
        _parts.OpenTable(page, null, "book.name", "book.number", "book.issuer", "book.issued", "book.certainty");
        foreach (Instrument instrument in pack.Instruments.Values)
        {
            page.Open("tr").Open("th", ("scope", "row")).Link(BookAddress.OfInstrument(pack, instrument.Id), instrument.Title.In(book.Language)).Close();
            foreach (string? text in (string?[])[instrument.Number, book.In(instrument.Issuer), instrument.Issued])
            {
                page.Open("td");
                _parts.Given(page, text);
                page.Close();
            }

            page.Element("td", book.Say($"certainty.{instrument.Certainty}")).CloseLine();
        }

        BookParts.CloseTable(page);
    }
}
