using System.Globalization;
using System.Text;

namespace ComplianceRules.PostgreSql;

/// <summary>Reads names as URLs write them.</summary>
internal static class UrlText
{
    private const int LengthOfSign = 3;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The name, in which <c>%40</c> is <c>@</c>; null where a sign is written wrongly, and where it is the zero byte, which no name has.</summary>
    public static string? Decode(string text)
    {
        List<byte> bytes = [];
        for (int at = 0; at < text.Length;)
        {
            int end = text.IndexOf('%', at) is >= 0 and int sign ? sign : text.Length;
            bytes.AddRange(Encoding.UTF8.GetBytes(text[at..end]));
            at = end;
            if (at == text.Length) break;
            if (at + LengthOfSign > text.Length || !byte.TryParse(text.AsSpan(at + 1, LengthOfSign - 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte unit)) return null;
            bytes.Add(unit);
            at += LengthOfSign;
        }

        try
        {
            return bytes.Contains(0) ? null : Strict.GetString([.. bytes]);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
