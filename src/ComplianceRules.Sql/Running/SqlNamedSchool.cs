namespace ComplianceRules.Sql.Running;

/// <summary>A school that names packs of its own.</summary>
/// <param name="School">Its id.</param>
/// <param name="Region">Its region as it writes it; empty for none.</param>
/// <param name="Packs">The packs as they are written in one cell.</param>
internal sealed record SqlNamedSchool(string School, string Region, string Packs);
