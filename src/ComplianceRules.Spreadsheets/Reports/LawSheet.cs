using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Reports;

namespace ComplianceRules.Spreadsheets.Reports;

/// <summary>The documents that findings stand on or that set their limits, with the clauses.</summary>
/// <remarks>For one thread. Keeps a document once.</remarks>
internal sealed class LawSheet
{
    private readonly SortedDictionary<(string Pack, string Instrument), LawTally> _laws = new(Comparer<(string Pack, string Instrument)>.Create(Compare));

    /// <summary>Adds the documents of a finding.</summary>
    public void Add(Finding finding)
    {
        Add(finding.Source, finding);
        if (AssessmentWords.OtherLaw(finding) is not { } limit) return;
        bool isSame = (limit.Pack, limit.Instrument.Id) == (finding.Source.Pack, finding.Source.Instrument.Id);
        if (isSame) TallyOf(limit).AddClause(limit.Clause);
        else Add(limit, finding);
    }

    /// <summary>Writes them by pack and name; no sheet where there are none.</summary>
    public void Write(ReportBook book)
    {
        AssessmentWords words = book.Words;
        ReportSheet sheet = new(
            book,
            ReportTab.Laws,
            [
                (words.Say("head.lawTitle"), 60), (words.Say("column.lawNumber"), 28), (words.Say("column.issuer"), 34), (words.Say("head.issued"), 12), (words.Say("head.effective"), 12),
                (words.Say("column.certainty"), 12), (words.Say("head.clauses"), 30), (words.Say("head.rules"), 10), (words.Say("head.findings"), 12), (words.Say("column.pack"), 16), (words.Say("head.instrument"), 24),
            ]);
        foreach (((string pack, string name), LawTally law) in _laws)
        {
            Instrument document = law.Instrument;
            sheet.Row(
                ReportCell.Of(words.In(document.Title)),
                ReportCell.Of(document.Number),
                ReportCell.Of(words.In(document.Issuer)),
                ReportCell.Of(document.Issued),
                ReportCell.Of(document.Effective),
                ReportCell.Of(words.Of(document.Certainty)),
                ReportCell.Of(string.Join(words.Say("and"), law.Clauses)),
                ReportCell.Of(law.Rules),
                ReportCell.Of(law.Findings),
                ReportCell.Of(pack),
                ReportCell.Of(name));
        }
    }

    private static int Compare((string Pack, string Instrument) left, (string Pack, string Instrument) right)
    {
        int packs = string.CompareOrdinal(left.Pack, right.Pack);
        return packs != 0 ? packs : string.CompareOrdinal(left.Instrument, right.Instrument);
    }

    private void Add(FindingSource source, Finding finding)
    {
        LawTally law = TallyOf(source);
        law.AddClause(source.Clause);
        law.Add(finding.Rule);
    }

    private LawTally TallyOf(FindingSource source)
    {
        (string Pack, string Instrument) key = (source.Pack, source.Instrument.Id);
        if (!_laws.TryGetValue(key, out LawTally? law)) _laws.Add(key, law = new LawTally(source.Instrument));
        return law;
    }
}
