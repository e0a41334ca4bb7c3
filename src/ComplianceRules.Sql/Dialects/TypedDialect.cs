using System.Globalization;
using ComplianceRules.Facts;

namespace ComplianceRules.Sql.Dialects;

/// <summary>A database whose columns have one type each, and that names the types and functions which the standard leaves open as its dialect says.</summary>
internal abstract class TypedDialect : SqlDialect
{
    // A decimal of at most 15 digits, none beyond the fourth behind the point: a double keeps it, and just it is written so.
    private const string ShortDecimal = "-?[0-9]{1,11}([.][0-9]{0,4}0*)?";

    // The day that days are counted from.
    private protected const string FirstDay = "DATE '0001-01-01'";

    private protected TypedDialect(string name)
        : base(name)
    {
    }

    internal override int MostColumns => 1600;

    internal override SqlCellType UsualType(FieldSchema? field) => field?.Type switch
    {
        FieldType.Number => field.Step is 1 ? SqlCellType.Whole : SqlCellType.Decimal,
        FieldType.Bool => SqlCellType.Bool,
        FieldType.Date => SqlCellType.Date,
        _ => SqlCellType.Text,
    };

    internal override string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    internal override SqlCell Cell(SqlField field, string column, SqlBinder binder) => new TypedCells(field, column, binder, this).Read();

    internal override string Key(SqlColumn column, string text) => Exactly(column.Type == SqlCellType.Text ? text : AsText(text));

    internal override string IsNoKey(SqlColumn column, string text, SqlBinder binder) => column.Type switch
    {
        SqlCellType.Whole => $"{text} IS NULL",
        SqlCellType.Text => $"({text} IS NULL OR {Exactly(text)} = '' OR {Exactly(Trimmed(text, binder.Of(CellBlanks.All)))} <> {text})",
        _ => "1 = 1",
    };

    internal override string Rounded(string text) => $"CAST(round({text}) AS BIGINT)";

    internal override string AsDouble(string text) => $"CAST({text} AS DOUBLE)";

    internal override string Sum(string text) => $"CAST(COALESCE(SUM({text}), 0) AS BIGINT)";

    internal override string PartOfDay(SqlDayPart part, string day)
    {
        string name = part switch { SqlDayPart.Year => "year", SqlDayPart.Month => "month", _ => "day" };
        return $"CAST({name}({DayAt(day)}) AS BIGINT)";
    }

    internal override string Contains(SqlTextPlace place, string text, string part) => place switch
    {
        SqlTextPlace.Start => $"substr({text}, 1, length({part})) = {part}",
        SqlTextPlace.End => $"length({text}) >= length({part}) AND substr({text}, length({text}) - length({part}) + 1) = {part}",
        _ => $"{Position(text, part)} > 0",
    };

    /// <summary>A text that is compared sign by sign, whatever the column's collation says.</summary>
    /// <param name="text">The text.</param>
    internal virtual string Exactly(string text) => text;

    /// <summary>A value as the database writes it.</summary>
    /// <param name="text">The value.</param>
    internal virtual string AsText(string text) => $"CAST({text} AS VARCHAR)";

    /// <summary>Whether a double is a decimal of at most 15 digits: a division of whole numbers below 10^15 gives just it.</summary>
    /// <param name="number">The double; below 10^300.</param>
    internal virtual string IsDecimal(string number) => $"(round({number} * 1e4) / 1e4 = {number} AND abs({number}) < 1e11)";

    /// <summary>Whether a double keeps a decimal, all its digits. It is computed harmlessly whatever the decimal is.</summary>
    /// <param name="number">The decimal.</param>
    internal virtual string IsShort(string number) => IsLike(AsText(number), ShortDecimal);

    /// <summary>A whole number through another, cut towards zero.</summary>
    /// <param name="number">The number.</param>
    /// <param name="divisor">The other, above 0.</param>
    internal abstract string Quotient(string number, string divisor);

    /// <summary>A text without some signs at its ends.</summary>
    /// <param name="text">The text.</param>
    /// <param name="signs">The signs.</param>
    internal abstract string Trimmed(string text, string signs);

    /// <summary>Where in a text another begins, from 1; 0 where it is not in it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="part">The other.</param>
    internal abstract string Position(string text, string part);

    /// <summary>Whether the whole of a text is of a pattern.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pattern">A regular expression of classes, counts and groups, without signs that literals escape.</param>
    internal abstract string IsLike(string text, string pattern);

    /// <summary>How many days a date is after 1 January of the year 1.</summary>
    /// <param name="date">The date.</param>
    internal abstract string DaysTo(string date);

    /// <summary>The date so many days after 1 January of the year 1.</summary>
    /// <param name="day">How many.</param>
    internal abstract string DayAt(string day);

    /// <summary>Whether a time of day is a whole minute.</summary>
    /// <param name="time">The time.</param>
    internal abstract string IsWholeMinute(string time);

    /// <summary>The minutes of a time of day.</summary>
    /// <param name="time">The time: a whole minute.</param>
    internal virtual string MinutesOf(string time) => $"CAST(hour({time}) * 60 + minute({time}) AS BIGINT)";

    /// <summary>A written number.</summary>
    /// <param name="number">The number.</param>
    internal static string N(long number) => number.ToString(CultureInfo.InvariantCulture);
}
