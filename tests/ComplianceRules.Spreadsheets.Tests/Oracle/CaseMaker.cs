using System.Collections.Immutable;

namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>Makes up tables of schools, classes and clubs, and mappings that say what they mean.</summary>
internal sealed class CaseMaker
{
    private static readonly string[] Headers = ["学校代码", "班级", "年级", "人数", "作业", "走读", "成立日", "到校", "就寝", "备注", "School", "GRADE", "No. 1", "a b", "列一", "x,y", "引\"号", "校名", "区", "社团", "型", "状态", "甲", "乙", "丙", "丁", "id", "name"];
    private static readonly string[] Schools = ["3703220012", "S1", "实验|小学", "A/B", "5%"];
    private static readonly string[] Regions = ["370322", "370305", "370322"];

    private readonly Chance _chance;
    private readonly Queue<string> _headers;
    private readonly bool _hasSchools;
    private readonly bool _hasRegions;
    private readonly string _lists;

    private CaseMaker(Chance chance)
    {
        _chance = chance;
        _headers = new(chance.Shuffled(Headers));
        _hasSchools = chance.OneIn(2);
        _hasRegions = chance.OneIn(2);
        _lists = chance.Of("none", "complete", "column");
    }

    /// <summary>A case.</summary>
    /// <param name="chance">What is chosen.</param>
    /// <param name="isClean">Whether no record is refused or blank and no repeated column changes.</param>
    /// <param name="isWide">Whether columns become rows; null leaves it to chance.</param>
    public static OracleCase Make(Chance chance, bool isClean = false, bool? isWide = null) => new CaseMaker(chance).Make(isClean, isWide ?? chance.OneIn(3));

    private OracleCase Make(bool isClean, bool isWide)
    {
        TableMaker classes = new(_chance, "班", isClean, _headers);
        string school = classes.Key(Schools);
        string region = classes.Fixed(school, key => _hasRegions ? Regions[Array.IndexOf(Schools, key) % Regions.Length] : string.Empty);
        OracleParent above = new("school", [new OraclePart(school)]) { Parent = !_hasSchools && _hasRegions ? new OracleParent("region", [new OraclePart(region)]) : null };
        if (!_hasSchools && _chance.OneIn(2)) above = above with { Fields = [new OracleField("name", classes.Repeated(school))] };
        OracleEntry entry = isWide ? WideEntry(classes) : new OracleEntry("class", "班", classes.Id());
        if (!isWide) entry = entry with { Fields = classes.Fields(CellMaker.Names) };
        entry = entry with { Parent = above, Where = classes.Where(), IsComplete = _lists == "complete" };
        OracleMapping mapping = new([entry])
        {
            Nulls = [.. _chance.Shuffled((string[])["", "-", "—", "无", "未统计"]).Take(_chance.Between(0, 4))],
            True = ["是", "有", "1"],
            False = ["否", "无", "0"],
            Covers = _chance.Of<ImmutableArray<string>>([], ["370322"], ["370300"], ["370305", "370322"], ["CN"]),
        };
        mapping = mapping with { Constants = [.. Constants(entry)] };
        OracleCase made = new(classes.Sheets(isWide ? 8 : 14), mapping);
        if (_hasSchools) made = WithSchools(made, isClean);
        return !isWide && _chance.OneIn(3) ? WithClubs(made, school, entry) : made;
    }

    private IEnumerable<KeyValuePair<string, object>> Constants(OracleEntry classes)
    {
        if (!_hasRegions && _chance.OneIn(2)) yield return new("school.region", "370322");
        if (classes.Fields.All(f => f.Name != "boarding") && _chance.OneIn(2)) yield return new("class.boarding", true);
        if (classes.Fields.All(f => f.Name != "enrolment") && _chance.OneIn(3)) yield return new("class.enrolment", 30m);
        if (classes.Fields.All(f => f.Name != "kind") && _chance.OneIn(3)) yield return new("class.kind", "part");
    }

    private OracleEntry WideEntry(TableMaker classes)
    {
        string name = _headers.Dequeue();
        string[] labels = ["一年级", "二年级", "三年级"];
        bool hasValue = _chance.OneIn(2);
        string size = _headers.Dequeue() + "数";
        string work = _headers.Dequeue() + "量";
        KeyValuePair<string, ImmutableDictionary<string, string>>[] columns = [.. labels.Select((label, i) => KeyValuePair.Create(label, Columns(label, i)))];
        ImmutableArray<OraclePart> id = [new OraclePart(name), .. classes.Id()];
        OracleEntry entry = new("class", "班", id) { Unpivot = new OracleUnpivot(name, hasValue ? size : null, [.. columns]) };
        return entry with { Fields = hasValue ? [new OracleField("enrolment", size), .. classes.Fields(["note"])] : [new OracleField("enrolment", size), new OracleField("starts", work)] };

        ImmutableDictionary<string, string> Columns(string label, int at)
        {
            if (hasValue) return ImmutableDictionary<string, string>.Empty.Add(size, classes.Column(label, "enrolment"));
            ImmutableDictionary<string, string> made = ImmutableDictionary<string, string>.Empty.Add(size, classes.Column(label + "/人", "enrolment"));
            return at == 1 ? made : made.Add(work, classes.Column(label + "/时", "starts"));
        }
    }

    private OracleCase WithSchools(OracleCase made, bool isClean)
    {
        TableMaker schools = new(_chance, "校", isClean, new(_chance.Shuffled(Headers)));
        string id = schools.Each(Schools, isClean ? Schools.Length : _chance.Between(2, Schools.Length + 1));
        string region = schools.Fixed(id, key => _hasRegions ? Regions[Array.IndexOf(Schools, key) % Regions.Length] : string.Empty);
        OracleEntry entry = new("school", "校", [new OraclePart(id)]) { Fields = [new OracleField("name", schools.Column("名称", "note"))] };
        if (_hasRegions) entry = entry with { Parent = new OracleParent("region", [new OraclePart(region)]) };
        OracleEntry classes = made.Mapping.Tables[0];
        if (_lists == "column") classes = classes with { CompleteColumn = schools.Column("已报齐", "complete") };
        return made with { Sheets = [.. made.Sheets, .. schools.Sheets(0)], Mapping = made.Mapping with { Tables = [classes, entry] } };
    }

    private OracleCase WithClubs(OracleCase made, string school, OracleEntry classes)
    {
        TableMaker clubs = new(_chance, "社", isClean: true, new(_chance.Shuffled(Headers)));
        OracleSheet[] above = [.. made.Sheets.Where(s => s.Name.StartsWith('班'))];
        ImmutableArray<string>[] rows = [.. above.SelectMany(s => s.Rows.Select(r => (ImmutableArray<string>)[r[s.Header.IndexOf(school)], .. classes.Id.Select(p => p.Column is { } c ? r[s.Header.IndexOf(c)] : p.Text!)]))];
        if (rows.Length == 0) return made;
        string[] names = clubs.Copied(rows);
        OracleParent parent = new("class", [.. names.Skip(1).Select(n => new OraclePart(n))])
        {
            Parent = new OracleParent("school", [new OraclePart(names[0])]),
        };
        OracleEntry entry = new("club", "社", clubs.Id()) { Parent = parent, Fields = clubs.Fields(["members", "meets"]), IsComplete = _chance.OneIn(2) };
        return made with { Sheets = [.. made.Sheets, .. clubs.Sheets(rows.Length)], Mapping = made.Mapping with { Tables = made.Mapping.Tables.Add(entry) } };
    }
}
