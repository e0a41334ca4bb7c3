using System.Collections.Immutable;
using ComplianceRules.Engine;
using ComplianceRules.Expressions;
using ComplianceRules.Packs;
using ComplianceRules.Proofs;

namespace ComplianceRules.Reports;

/// <summary>The entry of one rule: what it demands, whom it binds, since when, on which source, how it differs from its parent, how it developed.</summary>
/// <param name="book">The book.</param>
/// <param name="pack">The pack whose page it stands on.</param>
internal sealed class RuleEntry(BookContext book, RulePack pack)
{
    private readonly BookParts _parts = new(book);
    private readonly ProofWords _proofs = new(book);

    public void Write(HtmlText page, CheckedRule rule)
    {
        RuleSentences sentences = book.Sentences(rule);
        page.Open("article", ("id", BookAddress.Of(rule).Anchor), ("class", rule.Rule.Binding.ToString().ToLowerInvariant())).Line();
        page.Open("h4").Text(rule.Rule.Title.In(book.Language)).Text(" ").Element("code", rule.FullId).CloseLine();
        WriteDemand(page, sentences);
        page.Open("dl").Line();
        WriteWhom(page, sentences);
        WriteForce(page, rule);
        WriteLaws(page, rule);
        if (rule.Rule.Message is { } message) Row(page, "book.message", message.In(book.Language));
        if (rule.Rule.Remedy is { } remedy) Row(page, "book.remedy", remedy.In(book.Language));
        if (rule.Rule.Note is { } note) Row(page, "book.note", note);
        WriteParent(page, rule);
        WriteChildren(page, rule);
        WriteFields(page, rule);
        page.CloseLine();
        new TimelineSection(book).Write(page, book.Words.TimelineOf(rule.Id, pack));
        WriteText(page, rule);
        page.CloseLine();
    }

    private void WriteDemand(HtmlText page, RuleSentences sentences)
    {
        if (sentences.Demands is [var only])
        {
            page.Open("p", ("class", "demand")).Element("strong", sentences.Lead).Text(only).Text(book.Say("book.stop")).CloseLine();
        }
        else
        {
            page.Open("div", ("class", "demand")).Open("p").Element("strong", sentences.Lead).CloseLine();
            List(page, sentences.Demands);
            page.CloseLine();
        }

        if (!sentences.Remarks.IsEmpty) List(page, sentences.Remarks);
    }

    private void WriteWhom(HtmlText page, RuleSentences sentences)
    {
        Begin(page, "book.appliesTo");
        page.Text(sentences.Where.IsEmpty ? book.Say("book.toAll", sentences.Whom) : book.Say("book.toThose", sentences.Whom));
        if (!sentences.Where.IsEmpty) List(page, sentences.Where);
        page.Close().Line();
    }

    private void WriteForce(HtmlText page, CheckedRule rule)
    {
        RuleSeverity last = RuleSeverity.Of(rule, DateOnly.MaxValue);
        string reason = last.Reason is { } why ? book.Say("book.becauseOf", why.In(book.Language)) : string.Empty;
        Row(page, "book.binding", book.Say("book.bindingText", book.Say($"binding.{rule.Rule.Binding}"), book.Say($"severity.{last.Severity}")) + reason);
        EffectivePeriod days = rule.Rule.Effective;
        List<string> parts = [days.From is { } from ? book.Say("book.from", BookContext.Day(from)) : book.Say("book.fromEver")];
        if (days.WarningUntil is { } warning) parts.Add(book.Say("book.warningUntil", BookContext.Day(warning)));
        if (days.Until is { } until) parts.Add(book.Say("book.until", BookContext.Day(until)));
        Row(page, "book.effective", string.Join(book.Say("book.separator"), parts));
    }

    private void WriteLaws(HtmlText page, CheckedRule rule)
    {
        Begin(page, "book.source");
        _parts.Law(page, pack, rule.Rule.Source);
        page.Close().Line();
        if (rule.Rule.Relaxes is not { } relaxes) return;
        Begin(page, "book.relaxation");
        page.Text(book.Say("book.relaxes", relaxes.Authority.In(book.Language)));
        _parts.Law(page, pack, relaxes.Source);
        page.Close().Line();
    }

    private void WriteParent(HtmlText page, CheckedRule rule)
    {
        if (ParentOf(rule) is not { } parent) return;
        Begin(page, "book.replaces");
        page.Link(BookAddress.Of(parent), parent.Rule.Title.In(book.Language)).Text(" ").Element("code", parent.FullId);
        RuleProof[] proofs = [.. book.Proofs.Where(p => p.Pack == pack.Id && p.Replacement == rule.FullId)];
        if (proofs.Length > 0) List(page, [.. proofs.Select(p => _proofs.Of(p, pack)).Distinct()]);
        (RuleSentences before, RuleSentences now) = (book.Sentences(parent), book.Sentences(rule));
        string comma = book.Say("parameter.join");
        _parts.OpenTable(page, null, "book.aspect", "book.there", "book.here");
        Compare(page, "book.demand", before.OnOneLine(comma), now.OnOneLine(comma));
        Compare(page, "book.appliesTo", Where(before, comma), Where(now, comma));
        Compare(page, "book.binding", book.Say($"binding.{parent.Rule.Binding}"), book.Say($"binding.{rule.Rule.Binding}"));
        Compare(page, "book.effective", Since(parent), Since(rule));
        BookParts.CloseTable(page);
        page.Close().Line();
    }

    private void Compare(HtmlText page, string key, string before, string now)
    {
        if (before != now) page.Open("tr").Element("th", book.Say(key), ("scope", "row")).Element("td", before).Element("td", now).CloseLine();
    }

    private string Where(RuleSentences sentences, string comma) => sentences.Where.IsEmpty ? book.Say("book.toAll", sentences.Whom) : book.Say("book.toThose", sentences.Whom) + string.Join(comma, sentences.Where);

    private string Since(CheckedRule rule) => rule.Rule.Effective.From is { } from ? BookContext.Day(from) : book.Say("book.sinceEver");

    // The nearest of those whose place it takes.
    private CheckedRule? ParentOf(CheckedRule rule)
    {
        if (rule.Replaces is null) return null;
        ImmutableArray<RulePack> scope = book.Catalogue.Scopes.Of(pack);
        return book.Catalogue.Families.Of(rule.Id).Where(r => r.Pack != pack && scope.Contains(r.Pack)).MaxBy(r => scope.IndexOf(r.Pack));
    }

    private void WriteChildren(HtmlText page, CheckedRule rule)
    {
        IGrouping<string, RuleProof>[] packs = [.. book.Proofs.Where(p => p.Rule == rule.FullId && p.Pack != pack.Id).GroupBy(p => p.Pack, StringComparer.Ordinal).OrderBy(p => p.Key, StringComparer.Ordinal)];
        if (packs.Length == 0) return;
        Begin(page, "book.changedBy");
        page.Open("ul");
        foreach (IGrouping<string, RuleProof> inner in packs)
        {
            RulePack other = book.Catalogue.Packs.Find(inner.Key)!;
            string outcomes = string.Join(book.Say("list"), inner.Select(_proofs.Outcome).Distinct());
            CheckedRule? instead = inner.Select(p => book.Catalogue.Families.Of(rule.Id).FirstOrDefault(r => r.FullId == p.Replacement)).FirstOrDefault(r => r is not null);
            page.Open("li").Link(instead is null ? BookAddress.OfChanges(other) : BookAddress.Of(instead), other.Title.In(book.Language)).Text(book.Say("book.changedHow", outcomes)).Close();
        }

        page.Close().Close().Line();
    }

    private void WriteFields(HtmlText page, CheckedRule rule)
    {
        (string Table, string Field)[] fields = [.. BookContext.FieldsOf(rule)];
        if (fields.Length == 0) return;
        Begin(page, "book.reads");
        for (int i = 0; i < fields.Length; i++)
        {
            if (i > 0) page.Text(book.Say("book.separator"));
            (string table, string field) = fields[i];
            page.Link(BookAddress.OfField(table, field), book.In(book.Catalogue.Schema.Table(table)?.Fact(field)?.Title) ?? field);
        }

        page.Close().Line();
    }

    private void WriteText(HtmlText page, CheckedRule rule)
    {
        ExpressionPrinter printer = new(new ExpressionScope(book.Catalogue.Schema, rule.Rule.Subject, ImmutableSortedDictionary.Create<string, ParameterSignature>(StringComparer.Ordinal)));
        page.Open("details").Element("summary", book.Say("book.formal")).Line();
        page.Element("p", book.Say("book.formalKind", rule.Rule.Kind), ("class", "meta"));
        page.Element("pre", book.Say("book.formalApplies", printer.Text(rule.Form.Applies))).Element("pre", book.Say("book.formalHolds", printer.Text(rule.Form.Holds))).CloseLine();
    }

    private void Begin(HtmlText page, string key) => page.Element("dt", book.Say(key)).Open("dd");

    private void Row(HtmlText page, string key, string text)
    {
        Begin(page, key);
        page.Text(text).Close().Line();
    }

    private static void List(HtmlText page, ImmutableArray<string> texts)
    {
        page.Open("ul");
        foreach (string text in texts) page.Element("li", text);
        page.CloseLine();
    }
}
