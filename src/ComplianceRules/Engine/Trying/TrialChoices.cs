using System.Collections.Immutable;

namespace ComplianceRules.Engine;

/// <summary>Finds the facts of an expression that may be taken for more than one thing.</summary>
internal static class TrialChoices
{
    /// <summary>How many lists that nobody has given may lie within each other.</summary>
    public const int DeepestOpenList = 3;

    private const int Most = 64;

    /// <summary>The choices, those of names that are held against each other as one.</summary>
    public static ImmutableArray<TrialChoice> Of(TrialFacts facts, TrialExpression expression)
    {
        List<(string Key, ImmutableArray<TrialReading> Readings)> single = [.. facts.Tables.SelectMany(t => OfTable(t, expression)).Take(Most)];
        Dictionary<string, int> groups = Enumerable.Range(0, single.Count).ToDictionary(i => single[i].Key, i => i, StringComparer.Ordinal);
        foreach ((string left, string right) in expression.Pairs) Join(groups, facts.Tables[0].KeyOf(left), facts.Tables[0].KeyOf(right));
        return
        [
            .. single.GroupBy(s => groups[s.Key])
                .Select(g => new TrialChoice([.. g.Select(s => s.Key)], [.. g.SelectMany(s => s.Readings).Distinct()]))
                .Where(c => c.Readings.Length > 1),
        ];
    }

    /// <summary>What a member of rows that nobody has given may be taken for.</summary>
    /// <param name="depth">How many lists that nobody has given lie within each other.</param>
    public static ImmutableArray<TrialReading> OfMember(int depth) =>
        depth < DeepestOpenList ? [.. TrialReadings.OfNullValue, TrialReading.Rows] : TrialReadings.OfNullValue;

    /// <summary>The table of the fact of a key.</summary>
    public static string OwnerOf(string key) => key[..key.LastIndexOf('.')];

    /// <summary>The table that a fact becomes where it is taken for rows; null where it is taken for a value.</summary>
    public static string? TableOf(string key, TrialReading reading)
    {
        string name = key[(key.LastIndexOf('.') + 1)..];
        if (reading == TrialReading.Above) return name;
        return reading == TrialReading.Rows ? TrialTable.NameOfList(OwnerOf(key), OwnerOf(key) == TrialFactsReader.SubjectName, name) : null;
    }

    private static IEnumerable<(string Key, ImmutableArray<TrialReading> Readings)> OfTable(TrialTable table, TrialExpression expression)
    {
        IEnumerable<(string Name, ImmutableArray<TrialReading> Readings)> facts =
        [
            .. table.Fields.Select(f => (f.Name, f.Readings)),
            .. table.Lists.Select(l => (l.Name, l.Readings)),
            .. table.Opens.Select(o => (o.Name, o.Readings)),
        ];
        foreach ((string name, ImmutableArray<TrialReading> readings) in facts.Where(f => expression.Uses(f.Name) && f.Readings.Length > 1))
        {
            yield return (table.KeyOf(name), readings);
            if (readings.Contains(TrialReading.Above)) foreach (var member in OfMembers(name, expression, DeepestOpenList)) yield return member;
            if (!readings.Contains(TrialReading.Rows)) continue;
            foreach (var member in OfMembers(TrialWorld.NameOfList(table, name), expression, 1)) yield return member;
        }

        if (table.Count > 0) yield break;
        foreach (var member in OfMembers(table.Name, expression, 1)) yield return member;
    }

    private static IEnumerable<(string Key, ImmutableArray<TrialReading> Readings)> OfMembers(string table, TrialExpression expression, int depth)
    {
        foreach (string name in expression.Members)
        {
            yield return ($"{table}.{name}", OfMember(depth));
            if (depth >= DeepestOpenList) continue;
            foreach (var member in OfMembers(TrialTable.NameOfList(table, isSubject: false, name), expression, depth + 1)) yield return member;
        }
    }

    private static void Join(Dictionary<string, int> groups, string left, string right)
    {
        if (!groups.TryGetValue(left, out int kept) || !groups.TryGetValue(right, out int gone)) return;
        foreach (string key in groups.Where(g => g.Value == gone).Select(g => g.Key).ToArray()) groups[key] = kept;
    }
}
