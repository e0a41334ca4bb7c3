using ComplianceRules.Facts;

namespace ComplianceRules.Benchmarks;

/// <summary>A county of any number of primary schools, thirty classes each. No chance is in it: the numbers go round in cycles, so every run judges the same.</summary>
internal static class MadeUpCounty
{
    public const int ClassesOfASchool = 30;

    private const int Grades = 5;

    public static Snapshot Of(int schools, FactSchema schema)
    {
        SnapshotBuilder builder = new(schema, new SnapshotOptions());
        RegionCode county = RegionCode.Parse("370322");
        builder.Cover(county);
        int region = builder.Region(county);
        for (int i = 0; i < schools; i++) AddSchool(builder, region, i);
        return builder.Build().Value;
    }

    private static void AddSchool(SnapshotBuilder builder, int region, int number)
    {
        TableBuilder schools = builder.Table(BaseTables.School);
        int school = schools.Add($"S{number:D6}", region);
        SetText(schools, school, "schooling_system", "5-4");
        SetBool(schools, school, "boarding", false);
        SetBool(schools, school, "early_activities", number % 10 == 0);
        SetBool(schools, school, "noon_rest", number % 4 != 0);
        schools.ReportList(school, "classes");
        for (int i = 0; i < ClassesOfASchool; i++) AddClass(builder.Table(BaseTables.Class), school, number + i, i);
    }

    private static void AddClass(TableBuilder classes, int school, int cycle, int number)
    {
        int row = classes.Add($"{number:D2}", school);
        SetNumber(classes, row, "grade", 1 + (number % Grades));
        SetText(classes, row, "stage", "primary");
        SetNumber(classes, row, "enrolment", 36 + (cycle % 24));
        if (cycle % 17 != 0) SetNumber(classes, row, "written_minutes", 5 * (cycle % 15));
        SetNumber(classes, row, "activity_minutes", 90 + (5 * (cycle % 10)));
        SetTime(classes, row, "lessons_start", (8 * 60) + (5 * (cycle % 8)));
    }

    private static void SetNumber(TableBuilder table, int row, string field, double value) => Require(table.SetNumber(row, Field(table, field), value), field);

    private static void SetText(TableBuilder table, int row, string field, string value) => Require(table.SetText(row, Field(table, field), value), field);

    private static void SetBool(TableBuilder table, int row, string field, bool value) => Require(table.SetBool(row, Field(table, field), value), field);

    private static void SetTime(TableBuilder table, int row, string field, int minutes) => Require(table.SetTime(row, Field(table, field), minutes), field);

    private static FieldSchema Field(TableBuilder table, string name) => table.Schema.Field(name) ?? throw new InvalidOperationException($"{table.Schema.Name} has no {name}");

    private static void Require(bool isUsable, string field)
    {
        if (!isUsable) throw new InvalidOperationException($"a made-up value of {field} cannot be used");
    }
}
