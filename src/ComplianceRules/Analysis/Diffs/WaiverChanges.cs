using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Analysis;

/// <summary>Finds waivers of packs that came, went, hold on other days or stand on something else.</summary>
/// <remarks>A person that a waiver excuses is not named, and why is not told.</remarks>
/// <param name="pair">The place.</param>
/// <param name="asOf">The only day that counts; null for all.</param>
internal sealed class WaiverChanges(StackPair pair, DateOnly? asOf)
{
    /// <summary>All of them.</summary>
    public IEnumerable<PackChange> All() => pair.Own.SelectMany(Of);

    private IEnumerable<PackChange> Of(string pack)
    {
        ILookup<string, Waiver> before = Counted(pair.Before.Pack(pack)), after = Counted(pair.After.Pack(pack));
        foreach (string reach in before.Select(w => w.Key).Union(after.Select(w => w.Key), StringComparer.Ordinal))
        {
            // Several of one rule and row go by their days: what is the same on both sides is no change.
            List<Waiver> old = [.. before[reach]], now = [.. after[reach]];
            old.RemoveAll(w => after[reach].Any(n => AreSame(w, n)));
            now.RemoveAll(w => before[reach].Any(n => AreSame(w, n)));

            foreach ((Waiver was, Waiver has) in old.Zip(now))
            {
                foreach (PackChange change in Changed(pack, was, has)) yield return change;
            }

            foreach (Waiver came in now.Skip(old.Count)) yield return Came(pack, came, "新增", "was added") with { After = TextOf(came) };
            foreach (Waiver went in old.Skip(now.Count)) yield return Came(pack, went, "取消", "was removed") with { Before = TextOf(went) };
        }
    }

    private ILookup<string, Waiver> Counted(RulePack? pack) =>
        (pack?.Waivers ?? []).Where(w => asOf is not { } day || w.Contains(day)).OrderBy(w => w.From).ThenBy(w => w.Until).ToLookup(w => $"{w.Rule}|{w.Area}|{w.Subject}|{w.Region}|{w.Kind}", StringComparer.Ordinal);

    private IEnumerable<PackChange> Changed(string pack, Waiver before, Waiver after)
    {
        (LocalText name, string topic) = (NameOf(after), TopicOf(after));
        if ((before.From, before.Until) != (after.From, after.Until)) yield return Told("日期", "it holds", Days(before), Days(after));
        if (before.Authority != after.Authority) yield return Told("准予机关", "its authority is", before.Authority ?? ChangeTexts.None, after.Authority ?? ChangeTexts.None);
        if (before.Instrument != after.Instrument) yield return Told("依据文件", "its instrument is", Quoted(before.Instrument), Quoted(after.Instrument));
        if (before.Reason == after.Reason) yield break;
        if (IsOfPerson(after)) yield return new PackChange(PackChangeKind.Waiver, pack, topic, new LocalText($"{name.Chinese} 的理由有变", $"the {name.English}: its reason changed"));
        else yield return Told("理由", "its reason is", before.Reason, after.Reason);

        PackChange Told(string chinese, string english, LocalText was, LocalText has)
        {
            LocalText text = new($"{name.Chinese} 的{chinese}由 {was.In(TextLanguage.Chinese)} 改为 {has.In(TextLanguage.Chinese)}", $"the {name.English}: {english} {has.In(TextLanguage.English)} instead of {was.In(TextLanguage.English)}");
            return new PackChange(PackChangeKind.Waiver, pack, topic, text) { Before = was.In(TextLanguage.English), After = has.In(TextLanguage.English) };
        }
    }

    private PackChange Came(string pack, Waiver waiver, string chinese, string english)
    {
        (LocalText name, LocalText days) = (NameOf(waiver), Days(waiver));
        return new PackChange(PackChangeKind.Waiver, pack, TopicOf(waiver), new LocalText($"{chinese}{name.Chinese}，{days.Chinese}", $"the {name.English} {english}, {days.English}"));
    }

    private LocalText NameOf(Waiver waiver) =>
        waiver.Kind == WaiverKind.Reason ? new LocalText($"理由 `{TopicOf(waiver)}`", $"recorded reason `{TopicOf(waiver)}`") : new LocalText($"豁免 `{TopicOf(waiver)}`", $"waiver `{TopicOf(waiver)}`");

    private string TopicOf(Waiver waiver) => $"{waiver.Rule ?? waiver.Area} / {(IsOfPerson(waiver) ? waiver.SubjectTable : waiver.Subject ?? waiver.Region?.Text)}";

    private bool IsOfPerson(Waiver waiver) => waiver.SubjectTable is { } table && (IsOfPerson(pair.Before.Catalogue.Schema, table) || IsOfPerson(pair.After.Catalogue.Schema, table));

    private static bool IsOfPerson(FactSchema schema, string table) => schema.Table(table) is not null && schema.IsPersonal(table);

    private static string TextOf(Waiver waiver)
    {
        string authority = waiver.Authority is { } by ? $", {by.In(TextLanguage.English)}" : string.Empty;
        string instrument = waiver.Instrument is { } law ? $", {law}" : string.Empty;
        return $"{ChangeTexts.Day(waiver.From)}..{ChangeTexts.Day(waiver.Until)}{authority}{instrument}";
    }

    private static LocalText Days(Waiver waiver) => ChangeTexts.Days(waiver.From, waiver.Until);

    private static LocalText Quoted(string? name) => name is null ? ChangeTexts.None : LocalText.Same($"`{name}`");

    private static bool AreSame(Waiver left, Waiver right) =>
        (left.From, left.Until, left.Authority, left.Instrument, left.Reason) == (right.From, right.Until, right.Authority, right.Instrument, right.Reason);
}
