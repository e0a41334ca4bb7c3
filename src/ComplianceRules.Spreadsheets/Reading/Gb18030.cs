using System.Text;

namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>The encoding of Chinese texts that are not in UTF-8; it reads all of GBK and GB2312.</summary>
internal static class Gb18030
{
    /// <summary>Its name in a mapping.</summary>
    public const string Name = "gb18030";

    /// <summary>Reads what is no character as U+FFFD: the decoder's own replacement would be a question mark, which is a character that data may have.</summary>
    public static Encoding Marking { get; } = Of(new DecoderReplacementFallback("\uFFFD"));

    /// <summary>Throws at what is no character.</summary>
    public static Encoding Throwing { get; } = Of(DecoderFallback.ExceptionFallback);

    private static Encoding Of(DecoderFallback fallback) =>
        CodePagesEncodingProvider.Instance.GetEncoding(Name, EncoderFallback.ExceptionFallback, fallback) ?? throw new NotSupportedException(Name);
}
