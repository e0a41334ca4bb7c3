using System.Collections.Frozen;

namespace ComplianceRules.Expressions;

/// <summary>The names of what is made of all items of a list, as they are written.</summary>
internal static class AggregateNames
{
    private static readonly FrozenDictionary<string, AggregateKind> Kinds = Enum.GetValues<AggregateKind>().ToFrozenDictionary(Of, StringComparer.Ordinal);

    /// <summary>All names, in ordinal order.</summary>
    public static IEnumerable<string> All => Kinds.Keys.Order(StringComparer.Ordinal);

    public static string Of(AggregateKind kind) => kind switch
    {
        AggregateKind.Size => "size",
        AggregateKind.Sum => "sum",
        AggregateKind.Min => "min",
        AggregateKind.Max => "max",
        AggregateKind.Average => "avg",
        AggregateKind.Variation => "cv",
        _ => "percentile",
    };

    public static AggregateKind? Find(string name) => Kinds.TryGetValue(name, out AggregateKind kind) ? kind : null;
}
