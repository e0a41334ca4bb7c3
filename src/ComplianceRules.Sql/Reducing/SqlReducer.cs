using System.Collections.Frozen;
using System.Collections.Immutable;
using ComplianceRules.Engine;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Kinds;

namespace ComplianceRules.Sql.Reducing;

/// <summary>Finds the rules of regions of which the database can work out what they ask of rows.</summary>
/// <remarks>For one plan; not for several threads at once.</remarks>
/// <param name="catalogue">The checked packs.</param>
/// <param name="asOf">The day of assessment.</param>
/// <param name="dialect">How the database wants to be asked.</param>
/// <param name="layout">Where its tables stand.</param>
internal sealed class SqlReducer(Catalogue catalogue, DateOnly asOf, SqlDialect dialect, SqlLayout layout)
{
    // Beside each answer a query has the facts that it follows from.
    private readonly int _mostColumns = dialect.MostColumns / 8;
    private readonly StackBook _stacks = new(catalogue, asOf);

    /// <summary>Those rules; none where there are no schools.</summary>
    /// <param name="regions">The codes of all regions that schools lie in, and of those that the data names; those above them are judged too.</param>
    /// <param name="isWanted">Which rules are wanted.</param>
    public SqlReduction Of(IEnumerable<string> regions, Func<CheckedRule, bool> isWanted)
    {
        CheckedRule[] asked = [.. catalogue.Rules.Where(r => r.Rule.Subject == BaseTables.Region && isWanted(r) && r.Rule.Effective.Contains(asOf))];
        Dictionary<string, SqlReducedTable> tables = new(StringComparer.Ordinal);
        Dictionary<string, JudgedForm> forms = new(StringComparer.Ordinal);
        SortedSet<string> own = new(StringComparer.Ordinal);
        PackStack[] stacks = [.. StacksOf(regions)];
        foreach (CheckedRule rule in TableOf(BaseTables.School, tables) is null ? [] : asked)
        {
            ImmutableArray<ParameterTable> parameters = [.. stacks.Where(s => s.Judges(rule)).Select(s => s.ParametersOf(rule.Pack.Id))];
            if (parameters.IsEmpty) forms.Add(rule.FullId, rule.Form);
            else
            {
                Dictionary<string, SqlReducedTable> apart = new(StringComparer.Ordinal);
                if (Reduced(rule, parameters, apart) is not { } trial || !apart.All(t => HasRoom(t.Value, tables.GetValueOrDefault(t.Key)))) continue;
                forms.Add(rule.FullId, Reduced(rule, parameters, tables)!.Value.Form);
                own.UnionWith(trial.Own);
            }
        }

        ImmutableArray<SqlReducedTable> read = [.. tables.Values.OrderBy(t => t.Schema.Name != BaseTables.School).ThenBy(t => t.Schema.Name, StringComparer.Ordinal)];
        foreach (SqlReducedTable below in read.Skip(1)) read[0].AskList(below.Schema.Children);
        return new SqlReduction(catalogue.With(Extended(read), r => forms.GetValueOrDefault(r.FullId)), forms.Count == 0 ? [] : read, forms.Keys.ToFrozenSet(StringComparer.Ordinal)) { Own = [.. own] };
    }

    // Tried apart first, so that what is asked by a rule that cannot be reduced is in no query.
    private (JudgedForm Form, IReadOnlySet<string> Own)? Reduced(CheckedRule rule, ImmutableArray<ParameterTable> parameters, Dictionary<string, SqlReducedTable> tables)
    {
        SqlFormReducer reducer = new(table => TableOf(table, tables), parameters, catalogue.Schema);
        return reducer.Reduced(rule.Form) is { } form ? (form, reducer.Own) : null;
    }

    private bool HasRoom(SqlReducedTable more, SqlReducedTable? table) => more.Columns.Count() + (table?.Columns.Count() ?? 0) <= _mostColumns;

    private IEnumerable<PackStack> StacksOf(IEnumerable<string> regions) => regions
        .Select(r => RegionCode.TryParse(r, out RegionCode code) ? code : (RegionCode?)null).OfType<RegionCode>()
        .SelectMany(catalogue.Schema.FormerCodes.SelfAndAncestors).Distinct().Select(c => _stacks.Of(c).Stack).Distinct();

    // Rows straight below schools: they bear the school's id and no other.
    private SqlReducedTable? TableOf(string table, Dictionary<string, SqlReducedTable> known)
    {
        if (known.TryGetValue(table, out SqlReducedTable? asked)) return asked;
        bool isNear = table == BaseTables.School || (catalogue.Schema.Tables[table].Parent == BaseTables.School && table != BaseTables.YearGroup);
        if (!isNear || layout.Of(table) is null || layout.Of(BaseTables.School) is null || catalogue.Schema.IsPersonal(table)) return null;
        SqlScope scope = new(dialect, layout);
        return known[table] = new SqlReducedTable(new SqlSource(scope, SqlRows.Of(scope, table)!, new SqlTexts()), asOf);
    }

    private FactSchema Extended(ImmutableArray<SqlReducedTable> tables) => catalogue.Schema with
    {
        Tables = catalogue.Schema.Tables.SetItems(tables.Select(t => KeyValuePair.Create(t.Schema.Name, t.Schema with { Fields = t.Schema.Fields.SetItems(t.Columns.Select(c => KeyValuePair.Create(c.Field.Name, c.Field))) }))),
    };
}
