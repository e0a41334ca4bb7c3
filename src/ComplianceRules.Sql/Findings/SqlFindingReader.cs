using System.Data.Common;
using ComplianceRules.Engine;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Sql.Findings;

/// <summary>Reads findings from the rows of a statement.</summary>
/// <param name="set">The rules of the statement.</param>
/// <param name="scopes">The instruments of each pack.</param>
/// <param name="codes">The codes of places that have been merged into others.</param>
/// <param name="asOf">The day of assessment.</param>
internal sealed class SqlFindingReader(SqlRuleSet set, PackScopes scopes, FormerCodes codes, DateOnly asOf)
{
    private const int Broken = 2;
    private const int Open = 3;

    /// <summary>The findings of one row.</summary>
    /// <param name="row">The row.</param>
    public IEnumerable<SqlFinding> Read(DbDataReader row)
    {
        string id = string.Join('/', Enumerable.Range(0, set.KeyCount).Select(k => RowId.Of(row.GetString(k))));
        RegionCode? region = RegionCode.TryParse(row.GetString(set.KeyCount), out RegionCode code) ? codes.Current(code) : null;
        int column = set.KeyCount + 1;
        foreach (SqlRule rule in set.Rules)
        {
            long verdict = row.GetInt64(column++);
            (Measured Measured, SqlLimit? Limit, int Case)? measured = rule.Measure is { } measure ? Nearest(measure, row, ref column) : null;
            if (verdict is Broken or Open) yield return Made(rule, verdict == Broken ? Verdict.NonCompliant : Verdict.Undetermined, new Subject(set.Table.Name, id, null), measured) with { Region = region };
        }
    }

    private SqlFinding Made(SqlRule rule, Verdict verdict, Subject subject, (Measured Measured, SqlLimit? Limit, int Case)? found)
    {
        CheckedRule of = rule.Rule;
        FieldType kind = of.Form.Observed?.Type.Kind ?? FieldType.Number;
        ParameterSources sources = new(rule.Stack, of.Pack.Id, scopes);
        var resolved = found is { Limit.Sources: { IsDefaultOrEmpty: false } from, Case: >= 0 and int at } ? from[at] : null;
        return new SqlFinding
        {
            Rule = of.Id,
            Pack = of.Pack.Id,
            Verdict = verdict,
            Severity = RuleSeverity.Of(of, asOf).Severity,
            Binding = of.Rule.Binding,
            Subject = subject,
            Source = of.Source,
            Observed = Shown(found?.Measured.Observed, kind),
            Unit = FindingMaker.UnitOf(of),
            Limit = Shown(found?.Measured.Limit, kind),
            Margin = verdict == Verdict.NonCompliant && found?.Measured.Margin is { } margin ? new FindingValue(FieldType.Number, margin.ToString()) : null,
            LimitSource = resolved is null ? null : sources.LawOf(resolved),
            LimitTrail = resolved is null ? [] : sources.TrailOf(kind, resolved),
        };
    }

    private static (Measured Measured, SqlLimit? Limit, int Case) Nearest(SqlMeasure measure, DbDataReader row, ref int column)
    {
        (Value observed, _) = measure.Observed.Read(row, ref column);
        List<(SqlLimit Limit, Value Value, Value? Tolerance, int Case)> limits = [];
        foreach (SqlLimit limit in measure.Limits)
        {
            (Value value, int which) = limit.Value.Read(row, ref column);
            Value? tolerance = limit.Tolerance is { } room ? room.Read(row, ref column).Value : null;
            limits.Add((limit, value, tolerance, which));
        }

        Measured measured = Measurer.Nearest(observed, limits.Select(l => (l.Limit.Bound, l.Value, l.Tolerance)));
        (SqlLimit? near, _, _, int at) = limits.FirstOrDefault(l => ReferenceEquals(l.Limit.Bound, measured.Bound));
        return (measured, near, at);
    }

    private static FindingValue? Shown(Value? value, FieldType kind) => value is null or UnknownValue ? null : new FindingValue(kind, value.Text);
}
