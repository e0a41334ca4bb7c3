using System.Collections.Frozen;

namespace ComplianceRules.Expressions;

/// <summary>The names of macros as they are written.</summary>
internal static class MacroNames
{
    private static readonly FrozenDictionary<string, MacroKind> Kinds = Enum.GetValues<MacroKind>().ToFrozenDictionary(Of, StringComparer.Ordinal);

    /// <summary>All names, in ordinal order.</summary>
    public static IEnumerable<string> All => Kinds.Keys.Order(StringComparer.Ordinal);

    public static string Of(MacroKind kind) => kind switch
    {
        MacroKind.All => "all",
        MacroKind.Exists => "exists",
        MacroKind.ExistsOne => "exists_one",
        MacroKind.Count => "count",
        MacroKind.Share => "share",
        MacroKind.Filter => "filter",
        _ => "map",
    };

    public static MacroKind? Find(string name) => Kinds.TryGetValue(name, out MacroKind kind) ? kind : null;
}
