using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Expressions.Hostility;

/// <summary>What can be named from a place in an expression: facts, lists of rows and variables.</summary>
internal sealed class MadeNames
{
    private readonly FactSchema _schema;
    private readonly ImmutableArray<(MadeType Type, string Text)> _facts;
    private readonly ImmutableArray<(string Table, string Text)> _lists;

    private MadeNames(FactSchema schema, ImmutableArray<(MadeType Type, string Text)> facts, ImmutableArray<(string Table, string Text)> lists, ImmutableArray<string> variables)
    {
        (_schema, _facts, _lists, Variables) = (schema, facts, lists, variables);
        Values = facts.ToLookup(f => f.Type, f => f.Text);
        Rows = lists.ToLookup(l => l.Table, l => l.Text);
    }

    /// <summary>Facts and variables by type.</summary>
    public ILookup<MadeType, string> Values { get; }

    /// <summary>Lists of rows by table.</summary>
    public ILookup<string, string> Rows { get; }

    public ImmutableArray<string> Variables { get; }

    /// <summary>What <c>has</c> may ask for: facts and lists, no variables of values.</summary>
    public IEnumerable<string> Asked => _facts.Where(f => !Variables.Contains(f.Text)).Select(f => f.Text).Concat(_lists.Select(l => l.Text));

    public static MadeNames Of(ExpressionScope scope)
    {
        string own = scope.OwnTable();
        string[] above = [.. scope.TablesWithinReach().Where(t => t != own || scope.Schema.Table(t)!.Parent == t)];
        (string Prefix, string Table)[] rows = [("", own), .. above.Select(t => ($"{t}.", t))];
        (string Prefix, string Table)[] earlier = [("previous.", own), .. scope.Schema.SelfAndAncestors(own).Skip(1).Select(t => ($"previous.{t.Name}.", t.Name))];
        return new MadeNames(scope.Schema, [.. rows.Concat(earlier).SelectMany(r => Facts(scope.Schema, r))], [.. rows.SelectMany(r => Lists(scope.Schema, r))], []);
    }

    /// <summary>The same names and a variable for each row of a list.</summary>
    public MadeNames WithRow(string variable, string table)
    {
        (string Prefix, string Table)[] above = [.. _schema.SelfAndAncestors(table).Where(t => t.Name != table || t.Parent == table).Select(t => ($"{variable}.{t.Name}.", t.Name))];
        (string Prefix, string Table)[] rows = [($"{variable}.", table), .. above];
        return new MadeNames(
            _schema,
            [.. _facts, .. rows.Append(($"{variable}.previous.", table)).SelectMany(r => Facts(_schema, r))],
            [.. _lists, .. rows.SelectMany(r => Lists(_schema, r))],
            Variables.Add(variable));
    }

    /// <summary>The same names and a variable for each value of a list.</summary>
    public MadeNames WithValue(string variable, MadeType type) => new(_schema, _facts.Add((type, variable)), _lists, Variables.Add(variable));

    private static IEnumerable<(MadeType Type, string Text)> Facts(FactSchema schema, (string Prefix, string Table) row) =>
        schema.Table(row.Table)!.Fields.Values.Select(f => (MadeType.OfChecked(ExpressionType.Of(f)), row.Prefix + f.Name));

    private static IEnumerable<(string Table, string Text)> Lists(FactSchema schema, (string Prefix, string Table) row) =>
        schema.Lists(row.Table).Where(t => schema.Table(row.Table)!.Field(t.Children) is null).Select(t => (t.Name, row.Prefix + t.Children));
}
