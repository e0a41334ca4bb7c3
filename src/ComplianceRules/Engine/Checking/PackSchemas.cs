using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>The tables and fields that each pack may speak of; packs that see the same declarations share one schema.</summary>
/// <remarks>For one thread. Trouble is not reported here: composing the schema of all packs reports it.</remarks>
/// <param name="scopes">What each pack may speak of.</param>
internal sealed class PackSchemas(PackScopes scopes)
{
    private readonly Dictionary<string, FactSchema> _schemas = new(StringComparer.Ordinal);

    /// <summary>The schema of a pack and everything further out.</summary>
    /// <param name="pack">The pack.</param>
    public FactSchema Of(RulePack pack)
    {
        RulePack[] declaring = [.. scopes.Of(pack).Where(p => !p.Facts.IsEmpty || !p.Units.IsEmpty)];
        string key = string.Join('\n', declaring.Select(p => p.Id));
        if (!_schemas.TryGetValue(key, out FactSchema? schema)) _schemas.Add(key, schema = FactSchemaComposer.Compose(declaring, new DiagnosticBag()));
        return schema;
    }
}
