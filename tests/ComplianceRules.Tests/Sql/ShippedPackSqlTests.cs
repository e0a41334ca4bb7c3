using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Packs;
using ComplianceRules.Sql;
using ComplianceRules.Sql.Layout;
using ComplianceRules.Sql.Reducing;
using ComplianceRules.Sql.Running;

namespace ComplianceRules.Tests.Sql;

/// <summary>Which of the rules that ship are written as SQL.</summary>
public sealed class ShippedPackSqlTests
{
    [Fact]
    public void The_rules_that_ship_are_written_as_sql_but_for_these()
    {
        Catalogue catalogue = PackChecker.Check(PackReader.ReadDirectory(RepositoryRoot.Combine("rulepacks")).Value).Value;
        SqlLayout layout = SqlLayout.Named(catalogue.Schema, _ => SqlCellType.Dynamic);
        SqlGroups groups = new(catalogue, new DateOnly(2026, 9, 1), SqlDialect.Sqlite, layout);
        string[] regions = [.. catalogue.Packs.Packs.Select(p => p.Region?.Text).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        int written = groups.Of(regions, _ => true).SelectMany(g => g.Sets).SelectMany(s => s.Rules).Select(r => r.Rule.FullId).Distinct(StringComparer.Ordinal).Count();
        SqlReduction reduction = new SqlReducer(catalogue, new DateOnly(2026, 9, 1), SqlDialect.Sqlite, layout).Of(regions, _ => true);
        groups.LeaveOutNoMore(reduction.Rules);
        IEnumerable<string> leftOut = groups.LeftOut.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => $"{l.Value.Code} {l.Value.Arguments[^1]} {l.Key}\n");
        Golden.ApprovedFile.Match("tests/packs/not-in-sql.txt", $"{written} rules are written, {reduction.Rules.Count} of regions reduced\n{string.Concat(leftOut)}");
    }
}
