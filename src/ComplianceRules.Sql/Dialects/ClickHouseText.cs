using System.Text;

namespace ComplianceRules.Sql.Dialects;

/// <summary>Texts and names as ClickHouse writes them.</summary>
internal static class ClickHouseText
{
    /// <summary>A text as a literal.</summary>
    /// <param name="text">The text.</param>
    public static string Literal(string text) => Enclosed(text, '\'');

    /// <summary>A name, whatever stands in it.</summary>
    /// <param name="name">The name.</param>
    public static string Name(string name) => Enclosed(name, '`');

    private static string Enclosed(string text, char quote)
    {
        StringBuilder written = new(text.Length + 2);
        written.Append(quote);
        foreach (char sign in text)
        {
            if (sign == quote || sign == '\\') written.Append('\\').Append(sign);
            else written.Append(Escape(sign) ?? sign.ToString());
        }

        return written.Append(quote).ToString();
    }

    private static string? Escape(char sign) => sign switch
    {
        '\0' => "\\0",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => null,
    };
}
