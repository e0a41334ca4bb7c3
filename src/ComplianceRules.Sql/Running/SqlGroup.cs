using System.Collections.Immutable;

namespace ComplianceRules.Sql.Running;

/// <summary>Schools that are judged by the same statements.</summary>
/// <param name="Schools">Which schools.</param>
/// <param name="Sets">The rules, by table.</param>
internal sealed record SqlGroup(SqlSchools Schools, ImmutableArray<SqlRuleSet> Sets);
