using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Sql;

/// <summary>The statements that judge the schools of a region.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="AsOf">The day of assessment.</param>
/// <param name="Queries">The statements, those of one table after the other.</param>
/// <param name="LeftOut">The rules that are not written, each with its reason, in ordinal order.</param>
public sealed record SqlScript(DateOnly AsOf, ImmutableArray<SqlQuery> Queries, ImmutableArray<Diagnostic> LeftOut);
