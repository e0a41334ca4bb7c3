using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;

namespace ComplianceRules.Analysis;

/// <summary>Finds parameters whose value in force is another one on some days, or stands on another law.</summary>
/// <param name="pair">The place.</param>
/// <param name="asOf">The only day that counts; null for all.</param>
internal sealed class ValueChanges(StackPair pair, DateOnly? asOf)
{
    /// <summary>All of them.</summary>
    public IEnumerable<PackChange> All() => NamesOf(pair.Before).Union(NamesOf(pair.After), StringComparer.Ordinal).SelectMany(Of);

    private IEnumerable<string> NamesOf(StackSide side) => side.Packs.Where(p => pair.Own.Contains(p.Id)).SelectMany(p => p.Parameters).Select(p => p.Name);

    private IEnumerable<PackChange> Of(string name)
    {
        (ParameterDefinition? before, ParameterDefinition? after) = (pair.Before.Book.Definition(name), pair.After.Book.Definition(name));
        (string? was, string? has) = (Shape(before), Shape(after));
        if (was is not null && has is not null && was != has)
            yield return new PackChange(PackChangeKind.Parameter, pair.Pack, name, new LocalText($"参数 `{name}` 由 {was} 改为 {has}", $"the parameter `{name}` is {has} instead of {was}")) { Before = was, After = has };
        IEnumerable<ParameterEntry> entries = pair.Before.Book.Entries(name).Concat(pair.After.Book.Entries(name));
        DateOnly[] days = [.. DaysOf(entries)];
        string unit = (after ?? before)?.Signature.Type.Unit is { } known && known != Unit.One ? $" {known.Text}" : string.Empty;
        foreach (string? key in entries.Select(e => e.Key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            ValueMoment[] moments = [.. days.Select(day => new ValueMoment(day, ValueOn(pair.Before, name, key, day), ValueOn(pair.After, name, key, day)))];
            foreach (PackChange change in Changes(key is null ? name : $"{name}[{key}]", moments, unit)) yield return change;
        }
    }

    private IEnumerable<PackChange> Changes(string name, ValueMoment[] moments, string unit)
    {
        for (int first = 0; first < moments.Length;)
        {
            ValueMoment here = moments[first];
            int end = first + 1;
            while (end < moments.Length && here.IsLike(moments[end])) end++;
            DateOnly? until = end < moments.Length ? moments[end].Day.AddDays(-1) : null;
            DateOnly? from = here.Day == DateOnly.MinValue ? null : here.Day;
            bool counts = asOf is not { } day || ((from is null || from <= day) && (until is null || until >= day));
            if (counts && Change(here, name, unit) is { } change) yield return change with { From = from, Until = until, Text = WithDays(change.Text, from, until) };
            first = end;
        }
    }

    private PackChange? Change(ValueMoment moment, string name, string unit)
    {
        (ValueInForce? before, ValueInForce? after) = (moment.Before, moment.After);
        string? pack = pair.Pack ?? (after ?? before)?.Pack;
        if (!ValueInForce.AreSame(before, after))
        {
            LocalText by = after is null ? LocalText.Same(string.Empty) : new LocalText($"（规则包 {after.Pack}，{after.Law.Chinese}）", $", set by {after.Pack}, {after.Law.English}");
            LocalText text = (before, after) switch
            {
                (null, { } now) => new LocalText($"`{name}` 取 {now.Value.Text}{unit}{by.Chinese}", $"`{name}` is {now.Value.Text}{unit}{by.English}; it had no value"),
                ({ } old, null) => new LocalText($"`{name}` 原为 {old.Value.Text}{unit}，不再有值", $"`{name}` has no value any more; it was {old.Value.Text}{unit}"),
                ({ } old, { } now) => new LocalText($"`{name}` 由 {old.Value.Text} 改为 {now.Value.Text}{unit}{by.Chinese}", $"`{name}` {old.Value.Text} -> {now.Value.Text}{unit}{by.English}"),
                _ => LocalText.Empty,
            };
            return new PackChange(PackChangeKind.Value, pack, name, text) { Before = before?.Value.Text, After = after?.Value.Text };
        }

        if (before is null || after is null || before.Law == after.Law) return null;
        LocalText source = new($"`{name}`（{after.Value.Text}{unit}）的依据由 {before.Law.Chinese} 改为 {after.Law.Chinese}", $"`{name}` ({after.Value.Text}{unit}) stands on {after.Law.English} instead of {before.Law.English}");
        return new PackChange(PackChangeKind.Source, pack, name, source) { Before = before.Law.English, After = after.Law.English };
    }

    private static LocalText WithDays(LocalText text, DateOnly? from, DateOnly? until)
    {
        if (from is null && until is null) return text;
        LocalText days = ChangeTexts.Days(from, until);
        return ChangeTexts.Of(text, $"，{days.Chinese}", $", {days.English}");
    }

    private ValueInForce? ValueOn(StackSide side, string name, string? key, DateOnly day)
    {
        if (side.Book.Definition(name) is not { } definition) return null;
        ParameterEntry[] entries = [.. side.Book.Entries(name).Where(e => e.Key == key)];
        // Which of two times binds more depends on the scale that a rule reads them on; a value that differs on any of them counts.
        ResolvedParameter[] resolved = [.. ScalesOf(name).Select(scale => ValueResolver.Resolve(entries, definition.Strictness, day, scale)).OfType<ResolvedParameter>()];
        if (resolved.Length == 0) return null;
        ResolvedParameter first = resolved[0];
        FindingSource? law = side.LawOf(first.Pack, first.Entry.Source, first.Entry.From);
        return new ValueInForce(first.Value, [.. resolved.Select(r => r.Value)], first.Pack.Id, ChangeTexts.Law(law));
    }

    private IEnumerable<TimeScale> ScalesOf(string name) => pair.Before.Catalogue.Scales.Of(name).Union(pair.After.Catalogue.Scales.Of(name));

    private static SortedSet<DateOnly> DaysOf(IEnumerable<ParameterEntry> entries)
    {
        SortedSet<DateOnly> days = [DateOnly.MinValue];
        foreach (ParameterEntry entry in entries)
        {
            if (entry.Written.From is { } from) days.Add(from);
            if (entry.Written.Until is { } until && until < DateOnly.MaxValue) days.Add(until.AddDays(1));
        }

        return days;
    }

    private static string? Shape(ParameterDefinition? definition)
    {
        if (definition is null) return null;
        ParameterSignature signature = definition.Signature;
        string unit = signature.Type.Unit is { } known ? $", {known.Text}" : string.Empty;
        return $"{FieldTypeWords.Of(signature.Type.Kind)}{unit}, {PackWords.Of(definition.Strictness)}{(signature.By is { } by ? $", by {by}" : string.Empty)}";
    }
}
