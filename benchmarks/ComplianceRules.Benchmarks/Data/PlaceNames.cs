using System.Globalization;

namespace ComplianceRules.Benchmarks;

/// <summary>Names of made-up regions and schools; only those of provinces are real.</summary>
internal static class PlaceNames
{
    private const int CodesOfAProvince = 10_000;
    private const int CodesOfACity = 100;

    private static readonly SortedDictionary<int, string> Provinces = new()
    {
        [11] = "北京市", [12] = "天津市", [13] = "河北省", [14] = "山西省", [15] = "内蒙古自治区", [21] = "辽宁省", [22] = "吉林省", [23] = "黑龙江省", [31] = "上海市", [32] = "江苏省",
        [33] = "浙江省", [34] = "安徽省", [35] = "福建省", [36] = "江西省", [37] = "山东省", [41] = "河南省", [42] = "湖北省", [43] = "湖南省", [44] = "广东省", [45] = "广西壮族自治区",
        [46] = "海南省", [50] = "重庆市", [51] = "四川省", [52] = "贵州省", [53] = "云南省", [54] = "西藏自治区", [61] = "陕西省", [62] = "甘肃省", [63] = "青海省", [64] = "宁夏回族自治区",
        [65] = "新疆维吾尔自治区",
    };

    private static readonly string[] Words =
    [
        "实验", "育才", "中心", "希望", "东关", "西关", "南关", "北关", "城东", "城西", "城南", "城北", "光明", "新华", "和平", "胜利", "人民", "朝阳", "文昌", "启明",
        "清河", "临江", "青山", "白云", "柳林", "石桥", "双塔", "龙泉", "凤山", "长乐", "永安", "太平", "兴华", "振华", "红星", "曙光", "桃园", "槐荫", "松岭", "望湖",
    ];

    private static readonly string[] Kinds = ["小学", "初级中学", "九年一贯制学校", "高级中学", "完全学校"];

    /// <summary>The name of a school.</summary>
    /// <param name="school">The school.</param>
    /// <param name="serial">Its number within its county.</param>
    public static string Of(in SchoolFacts school, int serial)
    {
        (int round, int word) = Math.DivRem(serial - 1 + school.Region, Words.Length);
        string number = serial > Words.Length ? string.Create(CultureInfo.InvariantCulture, $"第{(round % CodesOfACity) + 1}") : string.Empty;
        return $"{CountyName(school.Region)}{Words[word]}{number}{Kinds[school.Type]}";
    }

    /// <summary>The regions of counties and everything above them below the nation, by code, each with its level and name.</summary>
    /// <param name="counties">The codes of the counties.</param>
    public static IEnumerable<(int Code, string Level, string Name)> Regions(IEnumerable<int> counties)
    {
        int last = 0;
        foreach (int county in counties)
        {
            (int province, int city) = (county / CodesOfAProvince * CodesOfAProvince, county / CodesOfACity * CodesOfACity);
            if (last / CodesOfAProvince != county / CodesOfAProvince) yield return (province, "province", Provinces[county / CodesOfAProvince]);
            if (last / CodesOfACity != county / CodesOfACity) yield return (city, "city", $"第{Number(city / CodesOfACity % CodesOfACity)}市（虚构）");
            yield return (county, "county", CountyName(county) + "（虚构）");
            last = county;
        }
    }

    private static string CountyName(int county) => $"{Words[county / CodesOfACity % Words.Length]}{Number(county % CodesOfACity)}县";

    private static string Number(int number)
    {
        const string Digits = "〇一二三四五六七八九";
        (int tens, int ones) = Math.DivRem(number, 10);
        string ten = tens == 0 ? string.Empty : tens == 1 ? "十" : $"{Digits[tens]}十";
        return ones == 0 && tens > 0 ? ten : ten + Digits[ones];
    }
}
