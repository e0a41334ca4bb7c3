using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Packs;
using ComplianceRules.Proofs;

namespace ComplianceRules.Reports;

/// <summary>Writes packs as a site that a lawyer can check: an index, a page a pack with an entry a rule, the instruments, the terms.</summary>
/// <remarks>
/// Static HTML with one style sheet: no scripts, nothing from elsewhere. Every text of a pack is escaped, and only places of the book are linked to. The same packs and
/// language give the same bytes. May be called by several threads.
/// </remarks>
public static class RuleBook
{
    private const string Style = "book.css";

    /// <summary>Makes the files of the book.</summary>
    /// <param name="catalogue">The checked packs.</param>
    /// <param name="proofs">What was proved of the packs, as <see cref="PackChecker.Prove"/> gives it.</param>
    /// <param name="language">The language of the book; a text that a pack gives in the other alone is shown in that.</param>
    public static ImmutableArray<BookFile> Files(Catalogue catalogue, IEnumerable<RuleProof> proofs, TextLanguage language)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(proofs);
        BookContext book = new(catalogue, [.. proofs], language);
        return
        [
            new BookFile(Style, StyleSheet()),
            Page(book, BookAddress.Index, new IndexPage(book).Write),
            Page(book, BookAddress.Instruments, new InstrumentsPage(book).Write),
            Page(book, BookAddress.Terms, new TermsPage(book).Write),
            .. catalogue.Packs.Packs.Select(p => PageOf(book, p)),
        ];
    }

    private static BookFile PageOf(BookContext book, RulePack pack) => Page(book, BookAddress.Of(pack), new PackPage(book, pack).Write);

    private static BookFile Page(BookContext book, BookAddress address, Func<HtmlText, string> write)
    {
        HtmlText body = new();
        string title = write(body);
        HtmlText page = new HtmlText().Begin();
        page.Open("html", ("lang", book.Language == TextLanguage.Chinese ? "zh-CN" : "en")).Line().Open("head").Line();
        page.Void("meta", ("charset", "utf-8")).Line().Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1")).Line();
        page.Element("title", title == book.Say("book.title") ? title : $"{title} · {book.Say("book.title")}").Line();
        page.Void("link", ("rel", "stylesheet"), ("href", Style)).Line().CloseLine().Open("body", ("class", address == BookAddress.Terms ? "broad" : null)).Line();
        WriteNavigation(page, book, address);
        // The body has escaped its own texts.
        string text = page.Open("main").Line() + body.ToString() + new HtmlText().Line();
        return new BookFile(address.File, Encoding.UTF8.GetBytes($"{text}</main>\n</body>\n</html>\n"));
    }

    private static void WriteNavigation(HtmlText page, BookContext book, BookAddress address)
    {
        page.Open("nav", ("aria-label", book.Say("book.pages"))).Open("ul");
        foreach ((BookAddress to, string key) in (ReadOnlySpan<(BookAddress, string)>)[(BookAddress.Index, "book.title"), (BookAddress.Instruments, "book.instruments"), (BookAddress.Terms, "book.terms")])
        {
            page.Open("li");
            if (to == address) page.Element("span", book.Say(key), ("aria-current", "page"));
            else page.Link(to, book.Say(key));
            page.Close();
        }

        page.Close().CloseLine();
    }

    private static byte[] StyleSheet()
    {
        Assembly assembly = typeof(RuleBook).Assembly;
        using Stream stream = assembly.GetManifestResourceStream($"ComplianceRules.Reports.{Style}")!;
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
