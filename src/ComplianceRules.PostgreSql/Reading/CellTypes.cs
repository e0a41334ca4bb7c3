using System.Collections.Frozen;

namespace ComplianceRules.PostgreSql.Reading;

/// <summary>The types of the server by their names.</summary>
internal static class CellTypes
{
    private static readonly FrozenDictionary<string, CellType> Named = new Dictionary<string, CellType>(StringComparer.Ordinal)
    {
        ["text"] = CellType.Text,
        ["varchar"] = CellType.Text,
        ["bpchar"] = CellType.Text,
        ["char"] = CellType.Text,
        ["name"] = CellType.Text,
        ["citext"] = CellType.Text,
        ["enum"] = CellType.Text,
        ["json"] = CellType.AsText,
        ["jsonb"] = CellType.AsText,
        ["xml"] = CellType.AsText,
        ["bool"] = CellType.Bool,
        ["int2"] = CellType.Int16,
        ["int4"] = CellType.Int32,
        ["int8"] = CellType.Int64,
        ["oid"] = CellType.UInt32,
        ["float4"] = CellType.Single,
        ["float8"] = CellType.Double,
        ["numeric"] = CellType.Numeric,
        ["date"] = CellType.Date,
        ["time"] = CellType.Time,
        ["timestamp"] = CellType.Timestamp,
        ["timestamptz"] = CellType.Timestamp,
        ["interval"] = CellType.Interval,
        ["uuid"] = CellType.Uuid,
        ["bytea"] = CellType.Bytes,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The type of a column.</summary>
    /// <param name="name">The name of the type, without the domain over it; <c>enum</c> for every list of words.</param>
    /// <param name="element">That of its elements, where it is an array; null where it is none.</param>
    public static CellType Of(string name, string? element)
    {
        if (element is not null) return Named.GetValueOrDefault(element) == CellType.Text ? CellType.Texts : CellType.Other;
        return Named.GetValueOrDefault(name);
    }
}
