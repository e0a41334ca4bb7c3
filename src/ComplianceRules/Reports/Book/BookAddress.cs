using ComplianceRules.Engine;
using ComplianceRules.Packs;

namespace ComplianceRules.Reports;

/// <summary>A place of the book: one of its files, and perhaps an anchor there. Nothing else is ever linked to.</summary>
/// <remarks>Ids of packs, rules, instruments, tables and fields are letters, digits, dots, hyphens and underscores, so that they stand as they are.</remarks>
internal sealed record BookAddress
{
    private BookAddress(string text) => Text = text;

    /// <summary>The first page.</summary>
    public static BookAddress Index { get; } = new("index.html");

    /// <summary>The page of all instruments.</summary>
    public static BookAddress Instruments { get; } = new("instruments.html");

    /// <summary>The page of all tables and fields.</summary>
    public static BookAddress Terms { get; } = new("terms.html");

    /// <summary>The file and the anchor, as a link has them.</summary>
    public string Text { get; }

    /// <summary>The name of the file.</summary>
    public string File => Text.Split('#')[0];

    /// <summary>The anchor; null for the whole page.</summary>
    public string? Anchor => Text.Split('#') is [_, var anchor] ? anchor : null;

    // No machine takes a name with this beginning for a device, whatever the pack is called.
    public static BookAddress Of(RulePack pack) => new($"pack-{pack.Id}.html");

    public static BookAddress Of(CheckedRule rule) => new($"{Of(rule.Pack).Text}#rule/{rule.Rule.Id}");

    public static BookAddress OfChanges(RulePack pack) => new($"{Of(pack).Text}#changes");

    public static BookAddress OfParameter(RulePack pack, string parameter) => new($"{Of(pack).Text}#value/{parameter}");

    public static BookAddress OfInstrument(RulePack pack, string instrument) => new($"{Instruments.Text}#{pack.Id}/{instrument}");

    public static BookAddress OfField(string table, string field) => new($"{Terms.Text}#{table}/{field}");
}
