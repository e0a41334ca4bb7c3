using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
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
        ParameterEntry[] entries = [.. pair.Before.Book.Entries(name).Concat(pair.After.Book.Entries(name))];
        DateOnly[] days = [.. DaysOf(entries)];
        ValueUnit unit = new((after ?? before)?.Signature.Type.Unit, pair.After.Catalogue.Schema);
        foreach (IGrouping<string?, ParameterEntry> key in entries.GroupBy(e => e.Key, StringComparer.Ordinal).OrderBy(k => k.Key, StringComparer.Ordinal))
        {
            ValueMoment[][] parts = [.. SeasonResolver.PartsOf(key).Select(part => days.Select(day => new ValueMoment(day, ValueOn(pair.Before, (name, key.Key), day, part), ValueOn(pair.After, (name, key.Key), day, part))).ToArray())];
            foreach (PackChange change in ByPart(key.Key is null ? name : $"{name}[{key.Key}]", unit, SeasonResolver.PartsOf(key), parts)) yield return change;
        }
    }

    // Parts of the year that follow each other and change alike are told as one.
    private IEnumerable<PackChange> ByPart(string name, ValueUnit unit, int[] firsts, ValueMoment[][] parts)
    {
        PackChange[][] changes = [.. parts.Select(moments => Changes(name, null, moments, unit).ToArray())];
        int count = parts.Length;
        int start = Enumerable.Range(0, count).FirstOrDefault(part => !changes[part].SequenceEqual(changes[(part + count - 1) % count]), -1);
        if (start < 0) return changes[0];
        List<PackChange> told = [];
        for (int done = 0; done < count;)
        {
            int first = (start + done) % count;
            while (done < count && changes[(start + done) % count].SequenceEqual(changes[first])) done++;
            told.AddRange(Changes(name, Season.Until(firsts[first], firsts[(start + done) % count]), parts[first], unit));
        }

        return told;
    }

    private IEnumerable<PackChange> Changes(string name, Season? season, ValueMoment[] moments, ValueUnit unit)
    {
        for (int first = 0; first < moments.Length;)
        {
            ValueMoment here = moments[first];
            int end = first + 1;
            while (end < moments.Length && here.IsLike(moments[end])) end++;
            DateOnly? until = end < moments.Length ? moments[end].Day.AddDays(-1) : null;
            DateOnly? from = here.Day == DateOnly.MinValue ? null : here.Day;
            bool counts = asOf is not { } day || ((from is null || from <= day) && (until is null || until >= day));
            if (counts && Change(here, name, unit) is { } change) yield return change with { From = from, Until = until, Season = season?.ToString(), Text = WithDays(change.Text, season, from, until) };
            first = end;
        }
    }

    private PackChange? Change(ValueMoment moment, string name, ValueUnit unit)
    {
        (ValueInForce? before, ValueInForce? after) = (moment.Before, moment.After);
        string? pack = pair.Pack ?? (after ?? before)?.Pack;
        if (!ValueInForce.AreSame(before, after))
        {
            LocalText by = after is null ? LocalText.Same(string.Empty) : new LocalText($"（规则包 {after.Pack}，{LawReference.TextOf(after.Law).Chinese}）", $", set by {after.Pack}, {LawReference.TextOf(after.Law).English}");
            LocalText text = (before, after) switch
            {
                (null, { } now) => new LocalText($"`{name}` 取 {unit.Of(now.Value).Chinese}{by.Chinese}", $"`{name}` is {unit.Of(now.Value).English}{by.English}; it had no value"),
                ({ } old, null) => new LocalText($"`{name}` 原为 {unit.Of(old.Value).Chinese}，不再有值", $"`{name}` has no value any more; it was {unit.Of(old.Value).English}"),
                ({ } old, { } now) => new LocalText($"`{name}` 由 {old.Value.Text} 改为 {unit.Of(now.Value).Chinese}{by.Chinese}", $"`{name}` {old.Value.Text} -> {unit.Of(now.Value).English}{by.English}"),
                _ => LocalText.Empty,
            };
            return new PackChange(PackChangeKind.Value, pack, name, text) { Before = before?.Value.Text, After = after?.Value.Text };
        }

        if (before is null || after is null || LawReference.AreSame(before.Law, after.Law)) return null;
        (LocalText was, LocalText has) = (LawReference.TextOf(before.Law), LawReference.TextOf(after.Law));
        LocalText source = new($"`{name}`（{unit.Of(after.Value).Chinese}）的依据由 {was.Chinese} 改为 {has.Chinese}", $"`{name}` ({unit.Of(after.Value).English}) stands on {has.English} instead of {was.English}");
        return new PackChange(PackChangeKind.Source, pack, name, source) { Before = was.English, After = has.English };
    }

    private static LocalText WithDays(LocalText text, Season? season, DateOnly? from, DateOnly? until)
    {
        if (season is { } part) text = ChangeTexts.Of(text, $"，每年 {part}", $", {part} of each year");
        if (from is null && until is null) return text;
        LocalText days = ChangeTexts.Days(from, until);
        return ChangeTexts.Of(text, $"，{days.Chinese}", $", {days.English}");
    }

    private ValueInForce? ValueOn(StackSide side, (string Name, string? Key) parameter, DateOnly day, int part)
    {
        if (side.Book.Definition(parameter.Name) is not { } definition) return null;
        ParameterEntry[] entries = [.. SeasonResolver.Of(side.Book.Entries(parameter.Name).Where(e => e.Key == parameter.Key), part)];
        // Which of two times binds more depends on the scale that a rule reads them on; a value that differs on any of them counts.
        ResolvedParameter[] resolved = [.. ScalesOf(parameter.Name).Select(scale => ValueResolver.Resolve(entries, definition.Strictness, day, scale)).OfType<ResolvedParameter>()];
        if (resolved.Length == 0) return null;
        ResolvedParameter first = resolved[0];
        return new ValueInForce(first.Value, [.. resolved.Select(r => r.Value)], first.Pack.Id, side.LawOf(first.Pack, first.Entry.Source, first.Relaxes));
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
