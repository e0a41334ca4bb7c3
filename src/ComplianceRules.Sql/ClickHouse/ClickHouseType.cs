using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ComplianceRules.Sql.ClickHouse;

/// <summary>The type of a column, and how its cells are read.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Name">The name as the server gives it.</param>
/// <param name="Kind">What its cells become.</param>
/// <param name="IsPadded">Whether its texts are filled up with zeros.</param>
internal sealed record ClickHouseType(
    string Name,
    [property: DynamicallyAccessedMembers(ClickHouseType.Seen)][DynamicallyAccessedMembers(ClickHouseType.Seen)] Type Kind,
    bool IsPadded)
{
    /// <summary>What readers of rows may look at in a type of cells.</summary>
    public const DynamicallyAccessedMemberTypes Seen = DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.PublicProperties;

    /// <summary>Reads a type.</summary>
    /// <param name="name">Its name.</param>
    public static ClickHouseType Of(string name)
    {
        string bare = ClickHouseDialect.Bare(name);
        Type kind = bare switch
        {
            "Int8" or "Int16" or "Int32" or "Int64" or "UInt8" or "UInt16" or "UInt32" => typeof(long),
            "UInt64" => typeof(ulong),
            "Float32" => typeof(float),
            "Float64" => typeof(double),
            "Decimal" => typeof(decimal),
            "Bool" => typeof(bool),
            "DateTime" => typeof(DateTime),
            _ => typeof(string),
        };
        return new ClickHouseType(name, kind, bare == "FixedString");
    }

    /// <summary>A cell's value; a text where its type has none for it.</summary>
    /// <param name="text">The cell.</param>
    public object Value(string text)
    {
        if (Kind == typeof(long)) return long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (Kind == typeof(ulong)) return ulong.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) is <= long.MaxValue and var whole ? (long)whole : ulong.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        if (Kind == typeof(double)) return Number(text);
        if (Kind == typeof(float)) return float.IsFinite((float)Number(text)) ? float.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : (float)Number(text);
        if (Kind == typeof(bool)) return text is "true" or "1";
        if (Kind == typeof(decimal)) return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exact) ? exact : text;
        if (Kind == typeof(DateTime)) return DateTime.TryParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime time) ? time : text;
        return IsPadded ? text.TrimEnd('\0') : text;
    }

    private static double Number(string text) => text switch
    {
        "nan" or "-nan" => double.NaN,
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        _ => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
    };
}
