using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Analysis;

/// <summary>Finds packs that came, went, or judge other rows, and their units.</summary>
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
            foreach (PackChange change in Units(id, before, after).Concat(Waivers(id, before, after))) yield return change;
        }
    }

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

    private static IEnumerable<PackChange> Waivers(string id, RulePack? before, RulePack? after)
    {
        string[] old = [.. before?.Waivers.Select(Of) ?? []];
        string[] now = [.. after?.Waivers.Select(Of) ?? []];
        foreach (string waiver in now.Except(old, StringComparer.Ordinal))
            yield return new PackChange(PackChangeKind.Waiver, id, waiver, new LocalText($"新增豁免 {waiver}", $"a waiver was added: {waiver}")) { After = waiver };
        foreach (string waiver in old.Except(now, StringComparer.Ordinal))
            yield return new PackChange(PackChangeKind.Waiver, id, waiver, new LocalText($"取消豁免 {waiver}", $"a waiver was removed: {waiver}")) { Before = waiver };
    }

    private static string Of(Waiver waiver)
    {
        string authority = waiver.Authority is { } by ? $", {by.In(TextLanguage.Chinese)}" : string.Empty;
        string instrument = waiver.Instrument is { } law ? $", {law}" : string.Empty;
        return $"{waiver.Rule ?? waiver.Area} / {waiver.Subject ?? waiver.Region?.Text}, {ChangeTexts.Day(waiver.From)}..{ChangeTexts.Day(waiver.Until)}, {waiver.Kind}{authority}{instrument}";
    }

    private static IEnumerable<PackChange> Units(string id, RulePack? before, RulePack? after)
    {
        foreach (string unit in after?.Units.Keys.Except(before?.Units.Keys ?? [], StringComparer.Ordinal) ?? [])
            yield return new PackChange(PackChangeKind.Unit, id, unit, new LocalText($"新增单位 `{unit}`", $"the unit `{unit}` was added")) { After = unit };
        foreach (string unit in before?.Units.Keys.Except(after?.Units.Keys ?? [], StringComparer.Ordinal) ?? [])
            yield return new PackChange(PackChangeKind.Unit, id, unit, new LocalText($"取消单位 `{unit}`", $"the unit `{unit}` was removed")) { Before = unit };
    }
}
