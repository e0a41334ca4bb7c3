using System.Text;

namespace ComplianceRules.Spreadsheets.Tests.Contract;

/// <summary>Does to a text file what an input wants done to it.</summary>
internal static class TextTwist
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    /// <summary>The bytes of the file; null where a text file cannot be like that.</summary>
    /// <param name="text">The file's text; its lines end with a line feed.</param>
    /// <param name="twist">What is to be done.</param>
    public static byte[]? Apply(string text, Twist twist) => twist switch
    {
        Twist.None => Encoding.UTF8.GetBytes(text),
        Twist.Empty => [],
        Twist.ByteOrderMark => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
        Twist.CarriageReturns => Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal)),
        Twist.CutOff => CutOff(Encoding.UTF8.GetBytes(text.TrimEnd())),
        Twist.BadBytes => Replace(Encoding.UTF8.GetBytes(text)),
        Twist.Gb18030 => Gb18030.GetBytes(text),
        _ => null,
    };

    // Within the last record, well before its last cell.
    private static byte[] CutOff(byte[] bytes) => bytes[..(bytes.AsSpan().LastIndexOf("40"u8) - 1)];

    private static byte[] Replace(byte[] bytes)
    {
        int at = bytes.AsSpan().IndexOf("高"u8);
        (bytes[at], bytes[at + 1]) = (0xFF, 0xFE);
        return bytes;
    }
}
