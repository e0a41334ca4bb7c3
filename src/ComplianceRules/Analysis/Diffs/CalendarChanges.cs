using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Analysis;

/// <summary>Finds what changed in the calendars of packs: of one pack its own, of a whole stack the one that counts there.</summary>
/// <param name="pair">The place.</param>
internal sealed class CalendarChanges(StackPair pair)
{
    private const string Topic = "calendar";

    /// <summary>All of them.</summary>
    public IEnumerable<PackChange> All()
    {
        (RulePack? before, RulePack? after) = (Having(pair.Before), Having(pair.After));
        return (before?.Calendar, after?.Calendar) switch
        {
            (null, { } now) => [Came(after!, Other(pair.Before), now)],
            ({ } old, null) => [Went(before!, Other(pair.After), old)],
            ({ } old, { } now) => Between(after!, old, now),
            _ => [],
        };
    }

    // A stack has the calendar of its innermost pack that has one.
    private RulePack? Having(StackSide side) => side.Packs.LastOrDefault(p => p.Calendar is not null && (pair.Pack is null || p.Id == pair.Pack));

    private string? Other(StackSide side) => side.Packs.LastOrDefault(p => p.Calendar is not null && p.Id != pair.Pack)?.Id;

    private static PackChange Came(RulePack pack, string? other, SchoolCalendar calendar) => Change(
        pack,
        Topic,
        other is null ? "新增校历，此前没有校历" : $"新增校历，取代规则包 {other} 的校历",
        other is null ? "a calendar was added where there was none" : $"a calendar was added, which counts instead of that of {other}") with { After = TextOf(calendar) };

    private static PackChange Went(RulePack pack, string? other, SchoolCalendar calendar) => Change(
        pack,
        Topic,
        other is null ? "取消校历，别无校历可用" : $"取消校历，改用规则包 {other} 的校历",
        other is null ? "the calendar was removed, and none takes its place" : $"the calendar was removed, and that of {other} counts") with { Before = TextOf(calendar) };

    private static IEnumerable<PackChange> Between(RulePack pack, SchoolCalendar before, SchoolCalendar after) =>
    [
        .. Terms(pack, before, after),
        .. Days(pack, "daysOff", ("放假日", "days off"), before.DaysOff, after.DaysOff),
        .. Days(pack, "workingDaysInstead", ("调休上班日", "working days instead"), before.WorkingDaysInstead, after.WorkingDaysInstead),
        .. Whole(pack, "terms", ("学期", "terms"), before.HasAllTerms, after.HasAllTerms),
        .. Whole(pack, "daysOff", ("放假日", "days off"), before.HasAllDaysOff, after.HasAllDaysOff),
        .. Whole(pack, "workingDaysInstead", ("调休上班日", "working days instead"), before.HasAllWorkingDaysInstead, after.HasAllWorkingDaysInstead),
        .. Month(pack, before.TeachingMonthMinDays, after.TeachingMonthMinDays),
    ];

    private static IEnumerable<PackChange> Terms(RulePack pack, SchoolCalendar before, SchoolCalendar after)
    {
        Dictionary<string, SchoolTerm> old = before.Terms.ToDictionary(NameOf, StringComparer.Ordinal), now = after.Terms.ToDictionary(NameOf, StringComparer.Ordinal);
        foreach (string name in old.Keys.Union(now.Keys, StringComparer.Ordinal))
        {
            (string? was, string? has) = (old.TryGetValue(name, out SchoolTerm? term) ? TextOf(term) : null, now.TryGetValue(name, out term) ? TextOf(term) : null);
            if (was == has) continue;
            string topic = $"{Topic}.terms[{name}]";
            PackChange change = (was, has) switch
            {
                (null, _) => Change(pack, topic, $"校历新增学期 {name}：{has}", $"the calendar has a new term {name}, {has}"),
                (_, null) => Change(pack, topic, $"校历取消学期 {name}（{was}）", $"the calendar has no term {name} any more; it was {was}"),
                _ => Change(pack, topic, $"校历学期 {name} 由 {was} 改为 {has}", $"the term {name} of the calendar is {has} instead of {was}"),
            };
            yield return change with { Before = was, After = has };
        }
    }

    private static IEnumerable<PackChange> Days(RulePack pack, string key, (string Chinese, string English) what, ImmutableSortedSet<DateOnly> before, ImmutableSortedSet<DateOnly> after)
    {
        string topic = $"{Topic}.{key}";
        if (Listed(after.Except(before)) is { Length: > 0 } added)
            yield return Change(pack, topic, $"校历新增{what.Chinese}：{added}", $"the calendar has more {what.English}: {added}") with { After = added };
        if (Listed(before.Except(after)) is { Length: > 0 } removed)
            yield return Change(pack, topic, $"校历取消{what.Chinese}：{removed}", $"the calendar has fewer {what.English}: without {removed}") with { Before = removed };
    }

    private static IEnumerable<PackChange> Whole(RulePack pack, string key, (string Chinese, string English) what, bool before, bool after)
    {
        if (before == after) return [];
        LocalText text = after
            ? new LocalText($"校历的{what.Chinese}现已列全：未列出的不是", $"the calendar now has all {what.English}: what it does not name is none")
            : new LocalText($"校历的{what.Chinese}不再列全：未列出的是否属于未知", $"the calendar does not have all {what.English} any more: of what it does not name it is not known");
        return [Change(pack, $"{Topic}.{key}", text.Chinese!, text.English!) with { Before = Word(before), After = Word(after) }];
    }

    private static IEnumerable<PackChange> Month(RulePack pack, int? before, int? after)
    {
        if (before == after) return [];
        (string? was, string? has) = (before?.ToString(CultureInfo.InvariantCulture), after?.ToString(CultureInfo.InvariantCulture));
        return [Change(pack, $"{Topic}.teachingMonthMinDays", $"计入的月份至少须有的教学日由 {was ?? "未定"} 改为 {has ?? "未定"}", $"a month counts from {has ?? "a number not given of"} teaching days on, instead of {was ?? "a number not given"}") with { Before = was, After = has }];
    }

    // Holidays are runs of days.
    private static string Listed(ImmutableSortedSet<DateOnly> days)
    {
        List<string> runs = [];
        for (int first = 0; first < days.Count;)
        {
            int last = first;
            while (last + 1 < days.Count && days[last + 1] == days[last].AddDays(1)) last++;
            runs.Add(first == last ? ChangeTexts.Day(days[first]) : Span(days[first], days[last]));
            first = last + 1;
        }

        return string.Join(", ", runs);
    }

    private static string TextOf(SchoolCalendar calendar) => string.Join(", ", calendar.Terms.Select(t => $"{NameOf(t)} {TextOf(t)}"));

    private static string NameOf(SchoolTerm term) => string.Create(CultureInfo.InvariantCulture, $"{term.SchoolYear}/{term.Term}");

    private static string TextOf(SchoolTerm term) => Span(term.From, term.To);

    private static string Span(DateOnly from, DateOnly to) => $"{ChangeTexts.Day(from)}..{ChangeTexts.Day(to)}";

    private static string Word(bool isWhole) => isWhole ? "whole" : "not whole";

    private static PackChange Change(RulePack pack, string topic, string chinese, string english) => new(PackChangeKind.Calendar, pack.Id, topic, new LocalText(chinese, english));
}
