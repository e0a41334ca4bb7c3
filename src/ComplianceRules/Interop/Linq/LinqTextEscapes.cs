using System.Globalization;
using System.Text;

namespace ComplianceRules.Interop;

/// <summary>Resolves what stands behind backslashes in a text.</summary>
internal static class LinqTextEscapes
{
    /// <summary>The text without its escapes; null where one of them is none.</summary>
    public static string? Resolve(string written)
    {
        if (!written.Contains('\\', StringComparison.Ordinal)) return written;
        StringBuilder text = new(written.Length);
        for (int at = 0; at < written.Length; at++)
        {
            if (written[at] != '\\')
            {
                text.Append(written[at]);
                continue;
            }

            if (++at == written.Length) return null;
            if (Escaped(written, ref at) is not { } escaped) return null;
            text.Append(escaped);
        }

        return text.ToString();
    }

    private static char? Escaped(string written, ref int at) => written[at] switch
    {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'u' => Hex(written, ref at, 4),
        'x' => Hex(written, ref at, 2),
        var c when char.IsAsciiLetterOrDigit(c) => null,
        var c => c,
    };

    private static char? Hex(string written, ref int at, int digits)
    {
        int start = at + 1;
        at += digits;
        return at < written.Length && ushort.TryParse(written.AsSpan(start, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code) ? (char)code : null;
    }
}
