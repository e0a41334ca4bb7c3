using System.Collections.Frozen;

namespace ComplianceRules.Facts;

/// <summary>Units as people write them in the headers of tables.</summary>
internal static class HeaderUnit
{
    private static readonly FrozenDictionary<string, string> Names = NamesOf(
        ("min", "分钟 分 min mins minute minutes"),
        ("h", "小时 时 钟头 h hr hrs hour hours"),
        ("d", "天 日 d day days"),
        ("night", "晚 夜 night nights"),
        ("week", "周 星期 week weeks wk"),
        ("month", "月 个月 month months"),
        ("term", "学期 term terms semester"),
        ("year", "年 学年 year years"),
        ("lesson", "节 课时 节课 lesson lessons period periods"),
        ("person", "人 名 位 person persons people"),
        ("pupil", "生 学生 名学生 pupil pupils student students"),
        ("teacher", "教师 名教师 teacher teachers"),
        ("class", "班 个班 class classes"),
        ("school", "所 校 所学校 school schools"),
        ("room", "间 room rooms"),
        ("m2", "平方米 平米 ㎡ m2 m² sqm"),
        ("m", "米 m metre metres meter meters"),
        ("g", "克 g gram grams"),
        ("CNY", "元 人民币 cny rmb yuan"),
        ("%", "% 百分比 percent"),
        ("pp", "百分点 个百分点 pp"));

    private static readonly string[] Measures = ["min", "h", "pp", "m", "m2", "g", "CNY"];
    private static readonly string[] OnceADay = ["d", "night"];

    /// <summary>Reads a unit such as 分钟, <c>min/day</c>, 分钟每天 or 每周课时.</summary>
    /// <param name="text">The text, as it stands in the header.</param>
    /// <param name="unit">The unit; <see cref="Unit.One"/> where the text is none.</param>
    public static bool TryRead(string text, out Unit unit)
    {
        unit = Unit.One;
        string folded = HeaderText.Fold(text).ToLowerInvariant();
        foreach ((string above, string below) in Halves(folded))
        {
            if (!Names.TryGetValue(above.Trim(), out string? numerator)) continue;
            string? denominator = null;
            if (below.Length > 0 && !Names.TryGetValue(below.Trim(), out denominator)) continue;
            return Unit.TryParse(denominator is null ? numerator : $"{numerator}/{denominator}", [], out unit);
        }

        return false;
    }

    /// <summary>The unit that the header of a column names; null where it names none.</summary>
    public static Unit? Of(string header) => HeaderText.Read(header).UnitText is { } text && TryRead(text, out Unit unit) ? unit : null;

    /// <summary>The unit that the cells of a column have, where its header names one and it is to be a field with another.</summary>
    /// <remarks>
    /// What the header leaves out is the field's: 小时 over a field in <c>min/d</c> is <c>h/d</c>. 人 counts whom the field counts; a day has one night; a plain number may count anything,
    /// but it is no time, no money and no measure.
    /// </remarks>
    /// <param name="written">The unit of the header.</param>
    /// <param name="field">The unit of the field.</param>
    /// <param name="column">The unit of the cells; the field's own where nothing is to be converted.</param>
    /// <param name="factor">The factor from the cells to the field's unit.</param>
    /// <returns>Whether they go together: the cells can be turned into the field's unit.</returns>
    public static bool TryFit(Unit written, Unit field, out Unit column, out CellNumber factor)
    {
        column = field;
        factor = CellNumber.One;
        if (written.Equals(field)) return true;
        Unit whole = InTimeOf(field, written);
        if (!UnitConversion.TryFactor(whole, field, out factor)) return Unit.One.Equals(field) && !Measures.Any(m => written.PowerOf(m) != 0);
        if (factor != CellNumber.One) column = whole;
        return true;
    }

    private static Unit InTimeOf(Unit field, Unit written)
    {
        bool isOnceADay = OnceADay.Contains(written.Denominator.Text) && OnceADay.Contains(field.Denominator.Text);
        bool leavesOpen = !written.HasDenominator && !field.HasScale;
        return isOnceADay || leavesOpen ? written.Numerator.Over(field.Denominator) : written;
    }

    private static IEnumerable<(string Above, string Below)> Halves(string text)
    {
        yield return (text, string.Empty);
        foreach (string over in (string[])["/", " per ", "每"])
        {
            int at = text.IndexOf(over, StringComparison.Ordinal);
            if (at > 0 && at + over.Length < text.Length) yield return (text[..at], text[(at + over.Length)..]);
        }

        if (!text.StartsWith('每')) yield break;
        for (int end = 2; end < text.Length; end++) yield return (text[end..], text[1..end]);
    }

    private static FrozenDictionary<string, string> NamesOf(params ReadOnlySpan<(string Unit, string Names)> entries)
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        foreach ((string unit, string written) in entries)
        {
            foreach (string name in written.Split(' ')) names.Add(name, unit);
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
