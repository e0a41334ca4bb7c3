using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace ComplianceRules.Sql.Statements;

/// <summary>Gathers the values of one statement: equal ones are one parameter.</summary>
/// <remarks>For one statement.</remarks>
/// <param name="dialect">How parameters are written.</param>
/// <param name="texts">The texts that conditions speak of, by their places.</param>
internal sealed class SqlBinder(SqlDialect dialect, IReadOnlyList<string> texts)
{
    private readonly Dictionary<object, string> _known = [];
    private readonly ImmutableArray<SqlParameter>.Builder _parameters = ImmutableArray.CreateBuilder<SqlParameter>();

    /// <summary>What was bound.</summary>
    public ImmutableArray<SqlParameter> Parameters => _parameters.ToImmutable();

    /// <summary>A value in the statement's text.</summary>
    /// <param name="value">A whole number, a double or a text.</param>
    public string Of(object value)
    {
        if (_known.TryGetValue(value, out string? text)) return text;
        SqlParameter parameter = new(string.Create(CultureInfo.InvariantCulture, $"p{_parameters.Count + 1}"), value);
        string written = dialect.Written(parameter);
        if (dialect.HasParameters) _parameters.Add(parameter);
        return _known[value] = written;
    }

    /// <summary>Puts values in the places of their marks.</summary>
    /// <param name="text">The text of a condition.</param>
    public string Bound(string text)
    {
        StringBuilder bound = new(text.Length);
        int from = 0;
        for (int mark = text.IndexOf(SqlToken.Opens, from); mark >= 0; mark = text.IndexOf(SqlToken.Opens, from))
        {
            int end = text.IndexOf(SqlToken.Closes, mark);
            bound.Append(text, from, mark - from).Append(Of(Value(text[mark + 1], text.AsSpan((mark + 2)..end))));
            from = end + 1;
        }

        return bound.Append(text, from, text.Length - from).ToString();
    }

    private object Value(char kind, ReadOnlySpan<char> content) => kind switch
    {
        SqlToken.Whole => (long)BigInteger.Parse(content, CultureInfo.InvariantCulture),
        SqlToken.Double => double.Parse(content, CultureInfo.InvariantCulture),
        _ => texts[int.Parse(content, CultureInfo.InvariantCulture)],
    };
}
