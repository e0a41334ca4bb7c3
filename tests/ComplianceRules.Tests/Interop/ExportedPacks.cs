using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Interop;
using ComplianceRules.Tests.Engine;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Tests.Interop;

/// <summary>Exports small packs on <see cref="Judged.Day"/>.</summary>
internal static class ExportedPacks
{
    private const string Facts = """
        { "class": { "fields": {
            "enrolment": { "type": "number", "unit": "pupil", "range": [0, 300], "step": 1 },
            "change": { "type": "number", "unit": "pupil", "range": [-300, 300], "step": 1 },
            "wide": { "type": "number", "unit": "1", "range": [0, 1000000000000000] },
            "mod": { "type": "bool" },
            "bright": { "type": "bool" },
            "name": { "type": "text" },
            "kind": { "type": "enum", "values": { "plain": "普通", "arts": "艺术" } },
            "offers": { "type": "set", "values": { "art": "美术", "music": "音乐" } },
            "opened": { "type": "date" },
            "lights_out": { "type": "time", "range": ["17:00", "30:00"] } } },
          "school": { "fields": { "boards": { "type": "bool" } } },
          "pupil": { "parent": "class", "children": "pupils", "personal": true, "fields": { "load": { "type": "number", "unit": "min/d", "range": [0, 900], "step": 1 } } } }
        """;

    private const string Parameters = """
        { "most": { "unit": "pupil", "strictness": "lower", "by": "kind", "values": [ { "from": null, "value": { "plain": 45, "arts": 30 } } ] },
          "late": { "type": "time", "strictness": "earlier", "values": [ { "from": null, "value": "21:30", "season": "03-01..09-30" }, { "from": null, "value": "00:30", "season": "10-01..02-28" } ] } }
        """;

    /// <summary>The rules of a pack <c>p</c>.</summary>
    /// <param name="rules">The rules, joined by commas.</param>
    /// <param name="more">Further members of the pack, each begun with a comma.</param>
    public static ExportedWorkflows Of(string rules, string more = "") => WorkflowExport.OfPack(Catalogue(rules, more), "p", Judged.Day);

    /// <summary>A pack <c>p</c>, checked.</summary>
    /// <param name="rules">The rules, joined by commas.</param>
    /// <param name="more">Further members of the pack, each begun with a comma.</param>
    public static Catalogue Catalogue(string rules, string more)
    {
        using TempPacks folder = TempPacks.One(PackText.Pack("p", facts: Facts, parameters: Parameters, rules: $"[{rules}]", more: more));
        Checked<Catalogue> catalogue = Judged.Catalogue(folder.Path);
        Assert.True(catalogue.IsValid, string.Join("; ", catalogue.Diagnostics));
        return catalogue.Value;
    }

    /// <summary>The one rule of a pack.</summary>
    public static ExportedRule One(string kind, string more = "") => Assert.Single(Assert.Single(Of(PackText.Rule("r", kind, more)).Workflows).Rules);
}
