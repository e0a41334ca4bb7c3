namespace ComplianceRules.Engine;

/// <summary>A template pack that joins the stack of one school.</summary>
/// <param name="Pack">The pack's id.</param>
/// <param name="School">The school's id.</param>
public sealed record SchoolPack(string Pack, string School);
