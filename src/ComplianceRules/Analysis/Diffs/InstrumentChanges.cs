using ComplianceRules.Diagnostics;
using ComplianceRules.Packs;

namespace ComplianceRules.Analysis;

/// <summary>Finds what packs say otherwise of the laws that rules, values and waivers stand on.</summary>
/// <remarks>Told once for each instrument, not for each rule under it. One that came or went is told by what stands on it.</remarks>
internal static class InstrumentChanges
{
    /// <summary>The changes of one pack.</summary>
    /// <param name="pack">The pack's id.</param>
    /// <param name="before">The pack as it was.</param>
    /// <param name="after">The pack as it is.</param>
    public static IEnumerable<PackChange> Of(string pack, RulePack before, RulePack after) =>
        before.Instruments.Where(i => after.Instruments.ContainsKey(i.Key)).SelectMany(i => Between(pack, i.Value, after.Instruments[i.Key]));

    private static IEnumerable<PackChange> Between(string pack, Instrument before, Instrument after)
    {
        (string Chinese, string English, LocalText Before, LocalText After)[] said =
        [
            ("种类", "kind", KindOf(before), KindOf(after)),
            ("标题", "title", before.Title, after.Title),
            ("文号", "number", Given(before.Number), Given(after.Number)),
            ("发文机关", "issuer", before.Issuer ?? ChangeTexts.None, after.Issuer ?? ChangeTexts.None),
            ("发文日期", "day of issue", Given(before.Issued), Given(after.Issued)),
            ("施行日期", "first day", Given(before.Effective), Given(after.Effective)),
            ("核实程度", "certainty", CertaintyOf(before), CertaintyOf(after)),
        ];
        return said.Where(s => s.Before != s.After).Select(s => new PackChange(
            PackChangeKind.Source,
            pack,
            before.Id,
            new LocalText(
                $"文件 `{before.Id}` 的{s.Chinese}由 {s.Before.In(TextLanguage.Chinese)} 改为 {s.After.In(TextLanguage.Chinese)}",
                $"the {s.English} of the instrument `{before.Id}` is {s.After.In(TextLanguage.English)} instead of {s.Before.In(TextLanguage.English)}"))
        {
            Before = s.Before.In(TextLanguage.English),
            After = s.After.In(TextLanguage.English),
        });
    }

    private static LocalText Given(string? text) => text is null ? ChangeTexts.None : LocalText.Same(text);

    private static LocalText KindOf(Instrument instrument) => LocalText.Same(PackWords.InstrumentKinds.First(w => w.Value == instrument.Kind).Key);

    private static LocalText CertaintyOf(Instrument instrument) => LocalText.Same(PackWords.Certainties.First(w => w.Value == instrument.Certainty).Key);
}
