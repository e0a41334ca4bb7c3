using System.Text;

namespace ComplianceRules.Facts;

/// <summary>What the header of a column says: a name, a unit, a remark in brackets.</summary>
/// <remarks>Immutable. Full-width letters and signs are read as half-width, line breaks and runs of blanks as one blank.</remarks>
/// <param name="Name">The name without units and remarks.</param>
/// <param name="UnitText">What is written as the unit; null for none. <see cref="HeaderUnit"/> reads it.</param>
/// <param name="Remark">What else stands in brackets; null for nothing.</param>
internal sealed record HeaderText(string Name, string? UnitText, string? Remark)
{
    private static readonly string[] UnitLabels = ["单位:", "单位", "unit:", "in "];

    /// <summary>Reads a header such as <c>书面作业时长（分钟/天）</c>, <c>睡眠时间/小时</c> or <c>Homework (min/day)</c>.</summary>
    public static HeaderText Read(string header)
    {
        StringBuilder name = new();
        StringBuilder inside = new();
        HeaderText read = new(string.Empty, null, null);
        int depth = 0;
        foreach (char c in Fold(header))
        {
            depth = c == '(' ? depth + 1 : c == ')' ? Math.Max(depth - 1, 0) : depth;
            if (c is not ('(' or ')')) (depth == 0 ? name : inside).Append(c);
            if (depth > 0 || inside.Length == 0) continue;
            read = read.With(inside.ToString().Trim());
            inside.Clear();
        }

        // A bracket that is never closed is a remark all the same.
        if (inside.Length > 0) read = read.With(inside.ToString().Trim());
        return (read with { Name = name.ToString().Trim() }).SplitAtSlash();
    }

    /// <summary>The text with full-width signs half-width, every kind of bracket round, and blanks as single ones.</summary>
    public static string Fold(string text)
    {
        StringBuilder folded = new(text.Length);
        foreach (char c in text)
        {
            char plain = Fold(c);
            if (plain != ' ' || (folded.Length > 0 && folded[^1] != ' ')) folded.Append(plain);
        }

        return folded.ToString().TrimEnd();
    }

    private static char Fold(char c) => c switch
    {
        '[' or '{' or '【' or '〔' or '［' or '｛' => '(',
        ']' or '}' or '】' or '〕' or '］' or '｝' => ')',
        >= '！' and <= '～' => (char)(c - ('！' - '!')),
        _ when char.IsWhiteSpace(c) || char.IsControl(c) => ' ',
        _ => c,
    };

    private HeaderText With(string inside)
    {
        string label = UnitLabels.FirstOrDefault(l => inside.StartsWith(l, StringComparison.OrdinalIgnoreCase)) ?? string.Empty;
        string unit = inside[label.Length..].Trim();
        if (HeaderUnit.TryRead(unit, out _)) return this with { UnitText = unit };
        return this with { Remark = Remark is null ? inside : $"{Remark}; {inside}" };
    }

    private HeaderText SplitAtSlash()
    {
        for (int slash = Name.IndexOf('/', StringComparison.Ordinal); UnitText is null && slash > 0; slash = Name.IndexOf('/', slash + 1))
        {
            string unit = Name[(slash + 1)..].Trim();
            if (HeaderUnit.TryRead(unit, out _)) return this with { Name = Name[..slash].Trim(), UnitText = unit };
        }

        return this;
    }
}
