using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>The tables that every schema has: region, school, year_group and class.</summary>
public static class BaseTables
{
    /// <summary>A place with a code: nation, province, city, county or zone.</summary>
    public const string Region = "region";

    /// <summary>A school.</summary>
    public const string School = "school";

    /// <summary>The classes of one grade of a school.</summary>
    public const string YearGroup = "year_group";

    /// <summary>A class.</summary>
    public const string Class = "class";

    /// <summary>The field of a region that holds its code, which is its id too.</summary>
    internal const string Code = "code";

    /// <summary>The schema of the base tables alone.</summary>
    public static FactSchema Schema { get; } = new(
        Tables(
            Table(Region, Region, "regions", "区域", "region", Text(Code, "区划代码", "code"), Name("区域名称"), Level()),
            Table(School, Region, "schools", "学校", "school", Name("学校名称"), Stage("stages", FieldType.Set), SchoolingSystem()),
            Table(YearGroup, School, "year_groups", "年级", "year group", Grade(), Stage("stage", FieldType.Enum)),
            Table(Class, School, "classes", "班级", "class", Name("班级名称"), Grade(), Stage("stage", FieldType.Enum))),
        ImmutableSortedDictionary.Create<string, LocalText>(StringComparer.Ordinal));

    private static ImmutableSortedDictionary<string, TableSchema> Tables(params ReadOnlySpan<TableSchema> tables)
    {
        ImmutableSortedDictionary<string, TableSchema>.Builder map = ImmutableSortedDictionary.CreateBuilder<string, TableSchema>(StringComparer.Ordinal);
        foreach (TableSchema table in tables) map.Add(table.Name, table);
        return map.ToImmutable();
    }

    private static TableSchema Table(string name, string parent, string children, string zh, string en, params ReadOnlySpan<FieldSchema> fields)
    {
        ImmutableSortedDictionary<string, FieldSchema>.Builder map = ImmutableSortedDictionary.CreateBuilder<string, FieldSchema>(StringComparer.Ordinal);
        foreach (FieldSchema field in fields) map.Add(field.Name, field);
        return new TableSchema(name, parent, children, map.ToImmutable()) { Title = new LocalText(zh, en) };
    }

    private static FieldSchema Text(string name, string zh, string en) => new(name, FieldType.Text) { Title = new LocalText(zh, en) };

    private static FieldSchema Name(string zh) => Text("name", zh, "name");

    private static FieldSchema Grade() => new("grade", FieldType.Number)
    {
        Unit = Unit.One,
        Range = new NumberRange(0, 12),
        Step = 1,
        Title = new LocalText("年级", "grade"),
    };

    private static FieldSchema Stage(string name, FieldType type) => new(name, type)
    {
        Options = [Option("primary", "小学", "primary"), Option("junior", "初中", "junior"), Option("senior", "高中", "senior")],
        Title = new LocalText("学段", type == FieldType.Set ? "stages" : "stage"),
    };

    private static FieldSchema Level() => new("level", FieldType.Enum)
    {
        Options =
        [
            Option("nation", "国家", "nation"), Option("province", "省", "province"), Option("city", "市", "city"),
            Option("county", "县", "county"), Option("zone", "功能区", "zone"),
        ],
        Title = new LocalText("层级", "level"),
    };

    private static FieldSchema SchoolingSystem() => new("schooling_system", FieldType.Enum)
    {
        Options = [Option("6-3", "六三制", "six-three"), Option("5-4", "五四制", "five-four")],
        Title = new LocalText("学制", "schooling system"),
    };

    private static FieldOption Option(string key, string zh, string en) => new(key, new LocalText(zh, en));
}
