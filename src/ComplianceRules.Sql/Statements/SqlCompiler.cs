using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Statements;

/// <summary>Writes the rules of stacks as queries.</summary>
/// <remarks>For one plan; not for several threads at once.</remarks>
/// <param name="catalogue">The checked packs.</param>
/// <param name="asOf">The day of assessment.</param>
/// <param name="dialect">How the database wants to be asked.</param>
/// <param name="layout">Where its tables stand.</param>
internal sealed class SqlCompiler(Catalogue catalogue, DateOnly asOf, SqlDialect dialect, SqlLayout layout)
{
    private readonly DayWaivers? _waivers = DayWaivers.Of(catalogue.Waivers, asOf);
    private readonly Dictionary<string, Diagnostic> _leftOut = new(StringComparer.Ordinal);

    /// <summary>The rules that were not written so far, with the reason, each once, by their full ids.</summary>
    public IReadOnlyDictionary<string, Diagnostic> LeftOut => _leftOut;

    /// <summary>Notes which rules of a stack cannot be written: a rule is written for all stacks or for none.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="isWanted">Which rules are wanted.</param>
    public void Check(PackStack stack, Func<CheckedRule, bool> isWanted)
    {
        foreach (CheckedRule rule in RulesOf(stack, isWanted)) Note(rule, stack);
    }

    /// <summary>Notes the rules whose rows are no school's.</summary>
    /// <param name="isWanted">Which rules are wanted.</param>
    public void Note(Func<CheckedRule, bool> isWanted)
    {
        foreach (CheckedRule rule in catalogue.Rules.Where(r => isWanted(r) && !SqlLayout.IsBelowSchool(catalogue.Schema, r.Rule.Subject)))
            _leftOut.TryAdd(rule.FullId, new Diagnostic(DiagnosticCodes.SqlOfRegions, rule.Rule.Place, rule.FullId));
    }

    /// <summary>Takes rules from those left out of which the database works out what they ask of rows.</summary>
    /// <param name="rules">Their full ids.</param>
    public void LeaveOutNoMore(IEnumerable<string> rules)
    {
        foreach (string rule in rules) _leftOut.Remove(rule);
    }

    /// <summary>Writes the rules of one stack that has been checked.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="isWanted">Which rules are wanted.</param>
    /// <param name="withMeasures">Whether what rules measure is asked for too.</param>
    /// <returns>A set of rules for each table, or for some of its rules where they need more columns than a query can have.</returns>
    public ImmutableArray<SqlRuleSet> Compile(PackStack stack, Func<CheckedRule, bool> isWanted, bool withMeasures)
    {
        return [.. RulesOf(stack, isWanted).Where(r => !_leftOut.ContainsKey(r.FullId)).GroupBy(r => r.Rule.Subject, StringComparer.Ordinal).OrderBy(t => t.Key, StringComparer.Ordinal).SelectMany(t => OfTable(t.Key, [.. t], stack, withMeasures))];
    }

    private IEnumerable<CheckedRule> RulesOf(PackStack stack, Func<CheckedRule, bool> isWanted) =>
        catalogue.Rules.Where(r => r.Rule.Effective.Contains(asOf) && stack.Judges(r) && isWanted(r));

    private IEnumerable<SqlRuleSet> OfTable(string table, ImmutableArray<CheckedRule> rules, PackStack stack, bool withMeasures)
    {
        // Three sums for a rule, or what it measures with two limits, and room for the key.
        foreach (CheckedRule[] some in rules.Chunk((dialect.MostColumns / (withMeasures ? 16 : 4)) - 8))
        {
            SqlScope scope = new(dialect, layout);
            SqlTexts texts = new();
            SqlRows rows = SqlRows.Of(scope, table)!;
            ImmutableArray<SqlRule> written = [.. some.Select(r => Written(r, stack, scope, rows, texts, withMeasures).Rule!)];
            yield return new SqlRuleSet(new SqlSource(scope, rows, texts), RegionOf(rows)) { Rules = written };
        }
    }

    private static string RegionOf(SqlRows rows)
    {
        SqlRows at = rows;
        while (at.Schema.Name != BaseTables.School) at = at.Above!;
        return ((SqlStoredRows)at).Region;
    }

    // Tried apart, so that what a rule asks for that cannot be written is in no query.
    private void Note(CheckedRule rule, PackStack stack)
    {
        if (_leftOut.ContainsKey(rule.FullId) || Refused(rule, stack) is not { } refusal) return;
        string[] arguments = refusal.What is { } what ? [rule.FullId, what] : [rule.FullId];
        _leftOut.Add(rule.FullId, new Diagnostic(refusal.Code, rule.Rule.Place, arguments));
    }

    private SqlRefusal? Refused(CheckedRule rule, PackStack stack)
    {
        string table = rule.Rule.Subject;
        if (catalogue.Schema.IsPersonal(table)) return new SqlRefusal(DiagnosticCodes.SqlOfPersons, null);
        if (!SqlLayout.IsBelowSchool(catalogue.Schema, table)) return new SqlRefusal(DiagnosticCodes.SqlOfRegions, null);
        if (_waivers?.InForce(rule).Select(w => _waivers.All[w]).FirstOrDefault(w => w.Pack is null || stack.Packs.Contains(w.Pack.Id)) is { } waiver)
            return new SqlRefusal(DiagnosticCodes.SqlWaived, waiver.Written.Place.ToString());
        SqlScope scope = new(dialect, layout);
        if (SqlRows.Of(scope, table) is not { } rows || layout.Of(BaseTables.School) is null) return new SqlRefusal(DiagnosticCodes.SqlNoTable, table);
        return Written(rule, stack, scope, rows, new SqlTexts(), false).Refusal;
    }

    private (SqlRule? Rule, SqlRefusal? Refusal) Written(CheckedRule rule, PackStack stack, SqlScope scope, SqlRows rows, SqlTexts texts, bool withMeasures)
    {
        SqlRuleWriter writer = new(scope, texts, stack.ParametersOf(rule.Pack.Id), asOf);
        ImmutableArray<SqlFrame> frames = [new SqlFrame(rows, rows.Schema.Name)];
        SqlTruth applies = writer.Truth(rule.Form.Applies, frames);
        SqlTruth holds = writer.Truth(rule.Form.Holds, frames);
        if (writer.Refusal is { } refusal) return (null, refusal);
        SqlMeasure? measure = withMeasures ? writer.Measure(rule.Form, frames, new ParameterSources(stack, rule.Pack.Id, catalogue.Scopes)) : null;
        return (new SqlRule(rule, applies, holds, stack) { Measure = measure }, null);
    }
}
