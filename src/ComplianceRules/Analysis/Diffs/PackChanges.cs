using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Analysis;

/// <summary>Finds packs that came, went, judge other rows or build on others, their units and what they say of laws.</summary>
internal static class PackChanges
{
    /// <summary>The changes of the packs of one place.</summary>
    /// <param name="pair">The place.</param>
    public static IEnumerable<PackChange> Of(StackPair pair)
    {
        foreach (string id in pair.Own)
        {
            (RulePack? before, RulePack? after) = (pair.Before.Pack(id), pair.After.Pack(id));
            if (before is null && after is not null) yield return Came(id, after, new LocalText("新增", "was added"));
            else if (before is not null && after is null) yield return Came(id, before, new LocalText("取消", "was removed"));
            else if (before is not null && after is not null && Scope(before) is var old && Scope(after) is var now && old != now)
                yield return new PackChange(PackChangeKind.Pack, id, id, new LocalText($"规则包 `{id}` 的适用范围由 {old} 改为 {now}", $"the pack `{id}` judges {now} instead of {old}")) { Before = old, After = now };
            foreach (PackChange change in Units(id, before, after)) yield return change;
            if (before is null || after is null) continue;
            foreach (PackChange change in Extended(id, before, after).Concat(Titled(id, before, after)).Concat(InstrumentChanges.Of(id, before, after))) yield return change;
        }
    }

    private static IEnumerable<PackChange> Extended(string id, RulePack before, RulePack after)
    {
        (string old, string now) = (Extended(before), Extended(after));
        if (old == now) return [];
        LocalText text = new($"规则包 `{id}` 依托的规则包由 {old} 改为 {now}", $"the pack `{id}` builds on {now} instead of {old}");
        return [new PackChange(PackChangeKind.Pack, id, id, text) { Before = old, After = now }];
    }

    private static string Extended(RulePack pack) =>
        pack.Extends.IsEmpty ? "-" : string.Join(", ", pack.Extends.Select(e => e.Versions is null ? e.Id : $"{e.Id} {e.Versions.ToNormalizedString()}").Order(StringComparer.Ordinal));

    private static IEnumerable<PackChange> Titled(string id, RulePack before, RulePack after)
    {
        if (before.Title != after.Title) yield return Titled(id, id);
        foreach (string unit in before.Units.Keys.Where(u => after.Units.TryGetValue(u, out LocalText? title) && title != before.Units[u])) yield return Titled(id, unit);
        foreach (string area in before.Areas.Keys.Union(after.Areas.Keys).Where(a => before.Areas.GetValueOrDefault(a) != after.Areas.GetValueOrDefault(a))) yield return Titled(id, area);
        Dictionary<string, LocalText?> titles = after.Parameters.ToDictionary(p => p.Name, p => p.Title, StringComparer.Ordinal);
        foreach (Parameter parameter in before.Parameters.Where(p => titles.TryGetValue(p.Name, out LocalText? title) && title != p.Title)) yield return Titled(id, parameter.Name);
    }

    private static PackChange Titled(string id, string topic) => new(PackChangeKind.Texts, id, topic, new LocalText($"`{topic}` 的文字", $"the texts of `{topic}`"));

    private static PackChange Came(string id, RulePack pack, LocalText what) => new(
        PackChangeKind.Pack,
        id,
        id,
        new LocalText($"规则包 `{id}`（{pack.Title.In(TextLanguage.Chinese)}）{what.Chinese}", $"the pack `{id}` ({pack.Title.In(TextLanguage.English)}) {what.English}"));

    private static string Scope(RulePack pack)
    {
        List<string> parts = [pack.Region?.Text ?? "-"];
        if (pack.IsTemplate) parts.Add("template");
        if (!pack.Within.IsEmpty) parts.Add($"within {Codes(pack.Within)}");
        if (!pack.Schools.IsEmpty) parts.Add($"schools {string.Join(" ", pack.Schools.Order(StringComparer.Ordinal))}");
        if (pack.Order is { } order) parts.Add(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"order {order}"));
        if (!pack.FormerCodes.IsEmpty) parts.Add($"formerCodes {Codes(pack.FormerCodes.Select(f => f.Code))}");
        return string.Join(", ", parts);
    }

    private static string Codes(IEnumerable<RegionCode> codes) => string.Join(" ", codes.Select(c => c.Text).Order(StringComparer.Ordinal));

    private static IEnumerable<PackChange> Units(string id, RulePack? before, RulePack? after)
    {
        foreach (string unit in after?.Units.Keys.Except(before?.Units.Keys ?? [], StringComparer.Ordinal) ?? [])
            yield return new PackChange(PackChangeKind.Unit, id, unit, new LocalText($"新增单位 `{unit}`", $"the unit `{unit}` was added")) { After = unit };
        foreach (string unit in before?.Units.Keys.Except(after?.Units.Keys ?? [], StringComparer.Ordinal) ?? [])
            yield return new PackChange(PackChangeKind.Unit, id, unit, new LocalText($"取消单位 `{unit}`", $"the unit `{unit}` was removed")) { Before = unit };
    }
}
