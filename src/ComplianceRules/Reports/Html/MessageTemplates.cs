using System.Text;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Reports;

/// <summary>Sentences taken apart into what many of them share and the numbers in them.</summary>
/// <remarks>A sentence of a rule is told a hundred thousand times with other numbers; the words need to stand once. For one thread.</remarks>
/// <param name="words">Where the numbers go that are neither observed nor limit.</param>
internal sealed class MessageTemplates(Interned<string> words)
{
    private const char Observed = '\u0001';
    private const char Limit = '\u0002';
    private const char Next = '\u0003';
    private const char Odd = '\ufffd';

    private readonly Interned<LocalText> _templates = new();
    private readonly List<string> _numbers = [];
    private readonly StringBuilder _template = new();

    /// <summary>The templates: U+0001 stands for what was observed, U+0002 for the limit, U+0003 for the next number.</summary>
    /// <remarks>The numbers of the Chinese text come first, then those of the English one.</remarks>
    public IReadOnlyList<LocalText> Items => _templates.Items;

    /// <summary>The number of a sentence's template; the other numbers in it are added to a column.</summary>
    /// <param name="message">The sentence.</param>
    /// <param name="observed">What was observed; null for nothing.</param>
    /// <param name="limit">The limit; null for none.</param>
    /// <param name="numbers">Where the places of the other numbers go.</param>
    public int Of(LocalText message, string? observed, string? limit, IntColumn numbers)
    {
        _numbers.Clear();
        LocalText template = new(Template(message.Chinese, observed, limit), Template(message.English, observed, limit));
        foreach (string number in _numbers) numbers.Add(words.Of(number));
        return _templates.Of(template);
    }

    private string? Template(string? text, string? observed, string? limit)
    {
        if (text is null) return null;
        _template.Clear();
        for (int at = 0; at < text.Length;)
        {
            int end = EndOfNumber(text, at);
            if (end == at) _template.Append(text[at] is >= Observed and <= Next ? Odd : text[at]);
            else _template.Append(Place(text[at..end], observed, limit));
            at = Math.Max(end, at + 1);
        }

        return _template.ToString();
    }

    private char Place(string number, string? observed, string? limit)
    {
        if (number == observed) return Observed;
        if (number == limit) return Limit;
        _numbers.Add(number);
        return Next;
    }

    // Times and dates are one number: 22:20, 2021-04-08.
    private static int EndOfNumber(string text, int start)
    {
        int at = start;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || (at > start && text[at] is '.' or ':' or '-' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))) at++;
        return at;
    }
}
