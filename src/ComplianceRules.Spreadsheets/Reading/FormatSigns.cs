using System.Text;

namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>What means something in a section of a number format: not what is quoted or escaped, and neither colours and languages nor morning and afternoon.</summary>
internal sealed class FormatSigns
{
    private static readonly string[] HalvesOfDay = ["am/pm", "a/p", "上午/下午"];

    private readonly StringBuilder _signs = new();

    /// <summary>The signs, in small letters; <c>H</c>, <c>M</c> and <c>S</c> are hours, minutes and seconds that go on.</summary>
    public string Text => HalvesOfDay.Aggregate(_signs.ToString(), (signs, half) => signs.Replace(half, string.Empty, StringComparison.Ordinal));

    /// <summary>Which numbers the section is for.</summary>
    public FormatCondition? Condition { get; private set; }

    /// <summary>Whether it only writes a per cent sign, without multiplying.</summary>
    public bool HasQuotedPercent { get; private set; }

    /// <summary>Reads one section.</summary>
    /// <param name="code">The format.</param>
    /// <param name="start">Where the section begins.</param>
    /// <returns>Where it ends.</returns>
    public int Read(string code, int start)
    {
        int at = start;
        for (; at < code.Length && code[at] != ';'; at++)
        {
            switch (code[at])
            {
                case '"':
                    at = TakeQuoted(code, at, EndOf(code, at, '"'));
                    break;
                case '[':
                    at = TakeBracket(code, at, EndOf(code, at, ']'));
                    break;
                case '\\' or '!':
                    at = TakeQuoted(code, at, at + 1);
                    break;
                case '_' or '*':
                    at++;
                    break;
                default:
                    _signs.Append(char.ToLowerInvariant(code[at]));
                    break;
            }
        }

        return at;
    }

    private int TakeQuoted(string code, int start, int end)
    {
        HasQuotedPercent |= Inside(code, start, end + 1).AsSpan().ContainsAny('%', '％');
        return end;
    }

    private int TakeBracket(string code, int start, int end)
    {
        string inside = Inside(code, start, end);
        if (inside.Length > 0 && inside.AsSpan().Trim(char.ToLowerInvariant(inside[0])).Trim(char.ToUpperInvariant(inside[0])).IsEmpty && char.ToUpperInvariant(inside[0]) is 'H' or 'M' or 'S')
            _signs.Append(char.ToUpperInvariant(inside[0]));
        Condition ??= FormatCondition.Of(inside);
        return end;
    }

    private static string Inside(string code, int start, int end) => code[Math.Min(start + 1, code.Length)..Math.Min(end, code.Length)];

    private static int EndOf(string code, int start, char closing)
    {
        int end = code.IndexOf(closing, start + 1);
        return end < 0 ? code.Length : end;
    }
}
