using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Kinds;
using ComplianceRules.Packs;

namespace ComplianceRules.Engine;

/// <summary>The tables and fields that each pack may speak of; packs that see the same declarations share one schema.</summary>
/// <remarks>For one thread. Trouble is not reported here: composing the schema of all packs reports it.</remarks>
/// <param name="scopes">What each pack may speak of.</param>
internal sealed class PackSchemas(PackScopes scopes)
{
    private readonly Dictionary<string, FactSchema> _schemas = new(StringComparer.Ordinal);
    private readonly Dictionary<FactSchema, KnownConditions> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>The schema of a pack and everything further out.</summary>
    /// <param name="pack">The pack.</param>
    public FactSchema Of(RulePack pack)
    {
        RulePack[] declaring = [.. scopes.Of(pack).Where(p => !p.Facts.IsEmpty || !p.Units.IsEmpty)];
        string key = string.Join('\n', declaring.Select(p => p.Id));
        if (!_schemas.TryGetValue(key, out FactSchema? schema)) _schemas.Add(key, schema = FactSchemaComposer.Compose(declaring, new DiagnosticBag()));
        return schema;
    }

    /// <summary>The conditions that rules of a pack's schema share.</summary>
    /// <param name="pack">The pack.</param>
    public KnownConditions KnownOf(RulePack pack)
    {
        FactSchema schema = Of(pack);
        if (!_known.TryGetValue(schema, out KnownConditions? known)) _known.Add(schema, known = new KnownConditions());
        return known;
    }
}
