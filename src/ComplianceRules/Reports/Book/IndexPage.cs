using ComplianceRules.Packs;

namespace ComplianceRules.Reports;

/// <summary>The first page: the packs as a tree by region, templates apart, counts.</summary>
/// <param name="book">The book.</param>
internal sealed class IndexPage(BookContext book)
{
    public string Write(HtmlText page)
    {
        string title = book.Say("book.title");
        RulePack[] packs = [.. book.Catalogue.Packs.Packs];
        page.Element("h1", title).Line().Element("p", book.Say("book.about")).Line();
        page.Element("p", book.Say("book.totals", packs.Length, book.Catalogue.Rules.Length, packs.Sum(p => p.Instruments.Count))).Line();
        page.Element("h2", book.Say("book.packs")).Line();
        ILookup<string?, RulePack> below = packs.Where(p => !p.IsTemplate).ToLookup(p => book.Above(p)?.Id, StringComparer.Ordinal);
        Tree(page, below, null);
        RulePack[] templates = [.. packs.Where(p => p.IsTemplate)];
        if (templates.Length == 0) return title;
        page.Element("h2", book.Say("book.templates")).Line().Element("p", book.Say("book.templatesAbout")).Line().Open("ul").Line();
        foreach (RulePack pack in templates)
        {
            page.Open("li");
            Entry(page, pack);
            page.CloseLine();
        }

        page.CloseLine();
        return title;
    }

    // A stack is a chain, so the tree ends.
    private void Tree(HtmlText page, ILookup<string?, RulePack> below, string? above)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        if (!below[above].Any()) return;
        page.Open("ul").Line();
        foreach (RulePack pack in below[above])
        {
            page.Open("li");
            Entry(page, pack);
            Tree(page, below, pack.Id);
            page.CloseLine();
        }

        page.CloseLine();
    }

    private void Entry(HtmlText page, RulePack pack)
    {
        page.Link(BookAddress.Of(pack), pack.Title.In(book.Language)).Text(" ").Element("code", pack.Id).Text(" ");
        page.Element("span", book.Say("book.packCounts", book.RulesOf[pack.Id].Count(), pack.Parameters.Length, pack.Instruments.Count), ("class", "meta"));
    }
}
