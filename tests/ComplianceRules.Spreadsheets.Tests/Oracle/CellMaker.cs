using System.Collections.Immutable;

namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>Makes up fields and the cells that people write into their columns.</summary>
internal static class CellMaker
{
    public static ImmutableArray<string> Names { get; } = ["enrolment", "homework", "share", "rate", "opened", "starts", "bedtime", "boarding", "kind", "kinds", "note"];

    /// <summary>A field over a column; the header may get a unit, which then counts.</summary>
    public static OracleField Field(Chance chance, string name, string header)
    {
        OracleField plain = new(name, header);
        return name switch
        {
            "enrolment" => chance.Of(plain, plain with { Column = header + "（人）" }, plain with { Unit = "person" }, plain with { Format = "#,##0" }, plain with { HasFactor = true, Times = 10 },
                plain with { Column = header + "（含住宿）", Values = [new("一", 1m), new("待定", null)] }),
            "homework" => chance.Of(plain, plain with { Column = header + "（小时）", Times = 60 }, plain with { Column = header + "（分钟/天）" }, plain with { Column = header + "(分钟)", Unit = "h", Times = 60 },
                plain with { Column = header + "（小时）", HasFactor = true, Times = 1 }, plain with { HasFactor = true, Times = 0.5m }),
            "share" => chance.Of(plain, plain with { Column = header + "（%）" }, plain with { Unit = "1", Times = 100 }),
            "rate" => chance.Of(plain, plain with { Unit = "%", Times = 0.01m }, plain with { Column = header + "(%)", Times = 0.01m }),
            "opened" => chance.Of(plain, plain, plain with { Format = "yyyyMMdd" }, plain with { Format = "d.M.yyyy" }, plain with { Values = [new("建校时", "2001-09-01")] }),
            "starts" or "bedtime" or "meets" => chance.Of(plain, plain, plain with { Format = "H:mm" }, plain with { Format = "HHmm" }),
            "boarding" => chance.Of(plain, plain with { Values = [new("住", true), new("不详", null)] }),
            "kind" => chance.Of(plain, plain with { Values = [new("住", "full")] }),
            _ => plain,
        };
    }

    public static string Cell(Chance chance, string field)
    {
        if (chance.OneIn(9)) return chance.Of("", "-", "—", "无", "未统计", " ", "#N/A", "待定", "1", "0", "x", "\u3000");
        string cell = field switch
        {
            "enrolment" or "members" => chance.Of("0", "45", "20", "4５", "1,234", "1，200", "1,23", "-1", "201", "12.5", "45人", "1e1", "一", "0,125", "12%", "3e2", $"{chance.Between(0, 200)}"),
            "homework" => chance.Of("60", "0.5", "1.5", "1e400", "0.30000000000000004", "90", "10.1", "1，5", "0.1", "NaN", "7.123456789012345678", $"{chance.Between(0, 100) / 10}.{chance.Between(0, 999):D3}"),
            "share" or "rate" => chance.Of("12%", "0.5", "１２．５％", "100", "100.1%", "1", "0.07", "7%", "33.3", "0", "-3%", "1 %", "%"),
            "opened" => Day(chance),
            "starts" or "bedtime" or "meets" => Time(chance),
            "boarding" => chance.Of("是", "否", "有", "无", "1", "0", "住", "不详", "true", "Y"),
            "kind" => chance.Of("走读", "day", "Full board", "住", "半寄", "全托", "1"),
            "kinds" => chance.Of("走读", "走读、寄宿", "day,part", "day; full", "Part|走读", "走读、全托", "全部"),
            _ => chance.Of("普通", "１班", "a,b", "说\"好\"", "50%", "a|b", "2025-09-01", "8:20", "0.50", "12"),
        };
        return chance.OneIn(12) ? $" {cell}\u3000" : cell;
    }

    private static string Day(Chance chance)
    {
        (int year, int month, int day) = (chance.Between(2000, 2030), chance.Between(1, 12), chance.Between(1, 28));
        return chance.Of($"{year}-{month:D2}-{day:D2}", $"{year}/{month}/{day}", $"{year}.{month}.{day}", $"{year}{month:D2}{day:D2}", $"{year}年{month}月{day}日", $"{year}/{month}/{day} 0:00",
            $"{year}-{month:D2}-{day:D2} 00:00:00", $"{day}.{month}.{year}", "２０２５／９／１", "2025-02-31", "25/9/1", "9/1/2025", "1900-01-00", "2025-09-01 08:20", "2025年9月", "20250931");
    }

    private static string Time(Chance chance)
    {
        (int hour, int minute) = (chance.Between(0, 29), chance.Between(0, 59));
        return chance.Of($"{hour}:{minute:D2}", $"{hour:D2}:{minute:D2}", $"{hour}:{minute:D2}:00", $"{hour}时{minute:D2}分", $"{hour}点{minute:D2}分", $"{hour}点", $"{hour}点半", $"{hour:D2}{minute:D2}", $"{hour}：{minute:D2}",
            "24:00", "24:30", "0:30", "30:00", "8.20", "8:20:30", "下午2点", "8:75", "25:00");
    }
}
