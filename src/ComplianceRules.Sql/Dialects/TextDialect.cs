using System.Text;

namespace ComplianceRules.Sql.Dialects;

/// <summary>A database that statements are printed for and not run on: its values stand in them, and its columns are supposed to have the usual types.</summary>
internal abstract class TextDialect : TypedDialect
{
    private protected TextDialect(string name)
        : base(name)
    {
    }

    public override bool IsTextOnly => true;

    internal override bool HasParameters => false;

    internal override IReadOnlyList<string> Begin => throw NotRun();

    internal override string Columns => throw NotRun();

    internal override SqlCellType TypeOf(string type) => throw NotRun();

    internal override string Written(SqlParameter parameter) => parameter.Value switch
    {
        long whole => Literal(whole),
        double number => Literal(number),
        var text => Literal((string)text),
    };

    internal override string IsAmong(string text, IReadOnlyCollection<string> many, SqlBinder binder) =>
        many.Count == 0 ? "1 = 0" : $"{text} IN ({string.Join(", ", many.Select(binder.Of))})";

    private protected abstract string Literal(long number);

    private protected abstract string Literal(double number);

    private protected abstract string Literal(string text);

    /// <summary>A text with each sign written in its way.</summary>
    /// <param name="text">The text.</param>
    /// <param name="quote">A quotation mark, as it is written within a text.</param>
    /// <param name="number">What stands before the four digits of a sign's number.</param>
    private protected static string Escaped(string text, string quote, string number)
    {
        StringBuilder escaped = new(text.Length + 2);
        foreach (char sign in text)
        {
            if (sign == '\'') escaped.Append(quote);
            else if (sign == '\\') escaped.Append("\\\\");
            else if (IsSeen(sign)) escaped.Append(sign);
            else escaped.Append(System.Globalization.CultureInfo.InvariantCulture, $"{number}{(int)sign:X4}");
        }

        return escaped.ToString();
    }

    // Signs that are not seen would be lost where a text is copied.
    private static bool IsSeen(char sign) => sign == ' ' || !(char.IsControl(sign) || char.IsWhiteSpace(sign) || char.GetUnicodeCategory(sign) == System.Globalization.UnicodeCategory.Format);

    private static NotSupportedException NotRun() => new("Statements of this dialect are printed and not run.");
}
