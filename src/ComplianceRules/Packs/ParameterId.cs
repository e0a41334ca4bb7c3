namespace ComplianceRules.Packs;

/// <summary>Which parameter is meant: packs that do not build on each other may introduce different ones of one name.</summary>
/// <param name="Pack">The id of the pack that introduces it.</param>
/// <param name="Name">Its name.</param>
internal readonly record struct ParameterId(string Pack, string Name);
