using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>Finds the row and the rule that a caller names.</summary>
internal static class ExplanationTarget
{
    /// <summary>The row of a subject text.</summary>
    /// <param name="snapshot">The facts.</param>
    /// <param name="subject">The table, a colon, and the row's id below its parents; its own id alone where only one row has it.</param>
    /// <param name="persons">Whether persons may be named.</param>
    /// <exception cref="ExplanationException">There is no such row, or several.</exception>
    public static (FactTable Table, int Row) Row(Snapshot snapshot, string subject, bool persons)
    {
        int colon = subject.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || colon == subject.Length - 1) throw new ExplanationException(ExplanationFault.MalformedSubject, subject);
        string name = subject[..colon];
        string id = subject[(colon + 1)..];
        if (snapshot.Schema.Table(name) is null)
            throw new ExplanationException(ExplanationFault.UnknownTable, name, NearestName.Of(name, snapshot.Schema.Tables.Keys));
        if (!persons && snapshot.Schema.IsPersonal(name)) throw new ExplanationException(ExplanationFault.PersonalSubject, subject);
        FactTable table = snapshot.Table(name);
        ImmutableArray<int> rows = Rows(table, id);
        return rows switch
        {
            [int only] => (table, only),
            [] => throw new ExplanationException(ExplanationFault.UnknownSubject, subject, NearestName.Of(id, Keys(table)) is { } near ? $"{name}:{near}" : null),
            _ => throw new ExplanationException(ExplanationFault.AmbiguousSubject, subject, null, ExplanationException.Shown(rows.Select(r => $"{name}:{table.Key(r)}").Distinct(StringComparer.Ordinal))),
        };
    }

    /// <summary>The rule of a name that judges a row.</summary>
    /// <param name="rules">All rules.</param>
    /// <param name="name">The rule's full id, or its id within its pack.</param>
    /// <param name="table">The row's table.</param>
    /// <param name="stack">The row's stack; null where no pack judges it.</param>
    /// <param name="asOf">The day of assessment.</param>
    /// <exception cref="ExplanationException">There is no such rule for the row, or several.</exception>
    public static CheckedRule Rule(ImmutableArray<CheckedRule> rules, string name, FactTable table, PackStack? stack, DateOnly asOf)
    {
        CheckedRule[] named = [.. rules.Where(r => r.IsNamed(name))];
        if (named.Length == 0)
            throw new ExplanationException(ExplanationFault.UnknownRule, name, NearestName.Of(name, rules.SelectMany(r => r.Names)));
        CheckedRule[] ofTable = Kept(named, r => r.Rule.Subject == table.Schema.Name, ExplanationFault.RuleOfOtherTable, name);
        CheckedRule[] ofStack = Kept(ofTable, r => stack?.Packs.Contains(r.Pack.Id) == true, ExplanationFault.RuleNotInStack, name);
        CheckedRule[] inForce = Kept(ofStack, r => r.Rule.Effective.Contains(asOf), ExplanationFault.RuleNotInForce, name);
        CheckedRule[] standing = [.. inForce.Where(stack!.Judges)];
        return standing is [var only] ? only : throw new ExplanationException(ExplanationFault.AmbiguousRule, name, null, ExplanationException.Shown(standing.Select(r => r.FullId)));
    }

    private static CheckedRule[] Kept(CheckedRule[] rules, Func<CheckedRule, bool> condition, ExplanationFault fault, string name) =>
        rules.Where(condition).ToArray() is { Length: > 0 } kept ? kept : throw new ExplanationException(fault, name);

    private static ImmutableArray<int> Rows(FactTable table, string id)
    {
        ImmutableArray<int> whole = [.. Enumerable.Range(0, table.Count).Where(r => table.Key(r) == id)];
        return whole.IsEmpty ? [.. Enumerable.Range(0, table.Count).Where(r => table.Id(r) == id)] : whole;
    }

    private static IEnumerable<string> Keys(FactTable table) => Enumerable.Range(0, table.Count).SelectMany(r => new[] { table.Key(r), table.Id(r) });
}
