using System.Globalization;
using System.Numerics;

namespace ComplianceRules.Sql.Terms;

/// <summary>Marks in the text of conditions in whose place parameters come: a condition names only columns of the statement's own, so that braces stand for nothing else.</summary>
internal static class SqlToken
{
    /// <summary>Opens a mark.</summary>
    public const char Opens = '{';

    /// <summary>Closes a mark.</summary>
    public const char Closes = '}';

    /// <summary>Begins the mark of a whole number.</summary>
    public const char Whole = 'n';

    /// <summary>Begins the mark of a number with a point.</summary>
    public const char Double = 'd';

    /// <summary>Begins the mark of a text; its place among the texts follows.</summary>
    public const char Text = 's';

    /// <summary>A whole number that packs or the day give.</summary>
    /// <param name="number">The number.</param>
    public static string Of(BigInteger number) => Made(Whole, number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number as the facts keep it.</summary>
    /// <param name="number">The number.</param>
    public static string Of(double number) => Made(Double, number.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>A text.</summary>
    /// <param name="place">Its place among the texts.</param>
    public static string OfText(int place) => Made(Text, place.ToString(CultureInfo.InvariantCulture));

    /// <summary>A whole number that follows from the steps of fields alone: it is part of the statement.</summary>
    /// <param name="factor">The number.</param>
    public static string Scale(BigInteger factor) => factor.ToString(CultureInfo.InvariantCulture);

    private static string Made(char kind, string content) => $"{Opens}{kind}{content}{Closes}";
}
