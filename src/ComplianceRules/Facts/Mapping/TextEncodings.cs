using System.Collections.Immutable;

namespace ComplianceRules.Facts;

/// <summary>The text encodings that data may have.</summary>
internal static class TextEncodings
{
    private static readonly ImmutableArray<string> Utf8Names = ["utf-8", "utf8"];
    private static readonly ImmutableArray<string> ChineseNames = ["gb18030", "gbk", "gb2312"];

    public static IEnumerable<string> Names => Utf8Names.Concat(ChineseNames);

    public static bool IsKnown(string name) => Names.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a name means GB18030, which reads all of GBK and GB2312.</summary>
    public static bool IsChinese(string name) => ChineseNames.Contains(name, StringComparer.OrdinalIgnoreCase);
}
